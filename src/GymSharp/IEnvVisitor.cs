namespace GymSharp;

/// <summary>Code that is generic over an environment's types, called by <see cref="Env.Accept"/>.</summary>
/// <typeparam name="TResult">What it returns.</typeparam>
public interface IEnvVisitor<out TResult>
{
    /// <summary>Called with the environment as its own type.</summary>
    TResult Visit<TObservation, TAction>(Env<TObservation, TAction> env)
        where TObservation : notnull
        where TAction : notnull;
}
