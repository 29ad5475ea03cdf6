namespace GymSharp.Vector;

/// <summary>Code that is generic over a batch's element types, called by <see cref="VectorEnv.Accept"/>.</summary>
/// <typeparam name="TResult">What it returns.</typeparam>
public interface IVectorEnvVisitor<out TResult>
{
    /// <summary>Called with the batch as its own type.</summary>
    TResult Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
        where TObservation : notnull
        where TAction : notnull;
}
