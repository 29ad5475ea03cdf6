namespace GymSharp.Vector;

/// <summary>
/// An environment whose steps can be taken together with those of others of its kind, where that is faster than one
/// after the other. Batches of separate environments make use of it by themselves.
/// </summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
public interface IStepsAhead<TAction>
    where TAction : notnull
{
    /// <summary>Makes what takes the steps of some environments.</summary>
    /// <param name="envs">Environments of the type of this one, this one among them.</param>
    /// <returns>Null where these environments cannot be stepped together.</returns>
    IStepAhead<TAction>? CreateAhead(IReadOnlyList<Env> envs);
}
