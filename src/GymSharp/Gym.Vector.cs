using GymSharp.Registration;
using GymSharp.Vector;

namespace GymSharp;

/// <content>Batches of environments.</content>
public static partial class Gym
{
    /// <summary>Makes a batch of environments of one kind.</summary>
    /// <param name="id">For example <c>CartPole-v1</c>; without the version, the latest is meant.</param>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="options">
    /// Mode, workers, autoreset, wrappers and options of each environment; null for the defaults.
    /// </param>
    /// <returns>
    /// A <see cref="VectorEnv{TObservation, TAction}"/>: the environment's native batch where it has one, as in
    /// Gymnasium, otherwise separate environments.
    /// </returns>
    /// <exception cref="UnknownEnvException">No such id; the message says what is registered.</exception>
    /// <exception cref="ArgumentException">
    /// An option or argument is unknown, wrong, or does not go with the mode.
    /// </exception>
    /// <exception cref="EnvUnavailableException">
    /// Something the environment needs is missing on this machine.
    /// </exception>
    public static VectorEnv MakeVec(string id, int numEnvs = 1, MakeVecOptions? options = null) =>
        MakeVec(Registry.Find(id), numEnvs, options);

    /// <summary>Makes a batch of environments from a description.</summary>
    public static VectorEnv MakeVec(EnvSpec spec, int numEnvs = 1, MakeVecOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return VectorMaker.Make(spec, numEnvs, options ?? new MakeVecOptions());
    }

    /// <summary>Makes a batch of environments with known element types.</summary>
    /// <typeparam name="TObservation">Element type of the observations, for example <c>float</c>.</typeparam>
    /// <typeparam name="TAction">Element type of the actions, for example <c>int</c>.</typeparam>
    /// <param name="id">For example <c>CartPole-v1</c>.</param>
    /// <param name="numEnvs">Number of environments, at least 1.</param>
    /// <param name="options">
    /// Mode, workers, autoreset, wrappers and options of each environment; null for the defaults.
    /// </param>
    /// <exception cref="ArgumentException">The batch has other element types; the message names them.</exception>
    public static VectorEnv<TObservation, TAction> MakeVec<TObservation, TAction>(
        string id, int numEnvs = 1, MakeVecOptions? options = null)
        where TObservation : notnull
        where TAction : notnull
    {
        VectorEnv envs = MakeVec(id, numEnvs, options);
        if (envs is VectorEnv<TObservation, TAction> typed)
        {
            return typed;
        }

        string actual = envs.Accept(new ElementTypes());
        envs.Dispose();
        throw new ArgumentException(
            $"A batch of {id} does not have elements "
            + $"<{TypeNames.Of(typeof(TObservation))}, {TypeNames.Of(typeof(TAction))}>. "
            + $"Write Gym.MakeVec<{actual}>(\"{id}\").",
            nameof(id));
    }

    private sealed class ElementTypes : IVectorEnvVisitor<string>
    {
        public string Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
            where TObservation : notnull
            where TAction : notnull => $"{TypeNames.Of(typeof(TObservation))}, {TypeNames.Of(typeof(TAction))}";
    }
}
