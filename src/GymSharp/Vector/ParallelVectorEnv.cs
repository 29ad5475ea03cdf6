using System.Reflection;
using GymSharp.Spaces;

namespace GymSharp.Vector;

/// <summary>Makes a batch of separate environments, stepped by one thread or by several.</summary>
/// <remarks>
/// The environments are split into contiguous ranges, a few per worker, which the workers take as they get to them; the
/// calling thread is one of the workers. Results do not depend on the number of workers, since no environment sees
/// another. One worker suits simple environments, whose steps take less time than the threads need to meet; more pay
/// off from a few microseconds per step on.
/// </remarks>
public static class ParallelVectorEnv
{
    /// <summary>Makes a batch of known element types.</summary>
    /// <typeparam name="TObservation">Element type of the observations, for example <c>float</c>.</typeparam>
    /// <typeparam name="TAction">Element type of the actions, for example <c>int</c>.</typeparam>
    /// <param name="envs">The environments, all with equal spaces; disposed with the batch.</param>
    /// <param name="autoreset">When ended episodes are reset.</param>
    /// <param name="workers">
    /// Threads that step the environments, at least 1; more than there are environments are not started.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no environment, the spaces differ, or the environments have other types; the message names them.
    /// </exception>
    public static VectorEnv<TObservation, TAction> Create<TObservation, TAction>(
        IReadOnlyList<Env> envs, AutoresetMode autoreset = AutoresetMode.NextStep, int workers = 1)
        where TObservation : notnull
        where TAction : notnull
    {
        Env first = Check(envs, workers);
        Type observation = RowLayout.ElementType(first.ObservationSpace);
        Type action = RowLayout.ElementType(first.ActionSpace);
        return observation == typeof(TObservation) && action == typeof(TAction)
            ? (VectorEnv<TObservation, TAction>)Create(envs, autoreset, workers)
            : throw new ArgumentException(
                "These are not environments of elements "
                + $"<{TypeNames.Of(typeof(TObservation))}, {TypeNames.Of(typeof(TAction))}>, but of "
                + $"<{TypeNames.Of(observation)}, {TypeNames.Of(action)}>.",
                nameof(envs));
    }

    /// <summary>Makes a batch whose element types are those of the environments' spaces.</summary>
    /// <param name="envs">The environments, all with equal spaces; disposed with the batch.</param>
    /// <param name="autoreset">When ended episodes are reset.</param>
    /// <param name="workers">
    /// Threads that step the environments, at least 1; more than there are environments are not started.
    /// </param>
    /// <returns>A <see cref="VectorEnv{TObservation, TAction}"/>.</returns>
    /// <exception cref="ArgumentException">There is no environment, or the spaces differ.</exception>
    public static VectorEnv Create(
        IReadOnlyList<Env> envs, AutoresetMode autoreset = AutoresetMode.NextStep, int workers = 1)
    {
        Env first = Check(envs, workers);
        return first.Accept(new Maker(envs, autoreset, Math.Min(workers, envs.Count)));
    }

    private static Env Check(IReadOnlyList<Env> envs, int workers)
    {
        ArgumentNullException.ThrowIfNull(envs);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (envs.Count == 0)
        {
            throw new ArgumentException("A batch needs at least one environment.", nameof(envs));
        }

        for (int i = 1; i < envs.Count; i++)
        {
            CheckEqual(envs[0].ObservationSpace, envs[i].ObservationSpace, i, "observation");
            CheckEqual(envs[0].ActionSpace, envs[i].ActionSpace, i, "action");
        }

        return envs[0];
    }

    private static void CheckEqual(Space first, Space other, int index, string what)
    {
        if (!first.Equals(other))
        {
            throw new ArgumentException(
                $"All environments of a batch need the same {what} space. Environment 0 has {first}, "
                + $"environment {index} has {other}.",
                nameof(other));
        }
    }

    private sealed class Maker(IReadOnlyList<Env> envs, AutoresetMode autoreset, int workers) : IEnvVisitor<VectorEnv>
    {
        public VectorEnv Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull
        {
            Env<TObservation, TAction>[] typed = new Env<TObservation, TAction>[envs.Count];
            for (int i = 0; i < typed.Length; i++)
            {
                typed[i] = envs[i] as Env<TObservation, TAction> ?? throw new ArgumentException(
                    $"Environment {i} ({envs[i]}) has other types than environment 0 ({env}).", nameof(env));
            }

            // The element types follow from the spaces and are not known to the compiler.
            Type batch = typeof(ParallelVectorEnv<,,,>).MakeGenericType(
                typeof(TObservation),
                typeof(TAction),
                RowLayout.ElementType(env.ObservationSpace),
                RowLayout.ElementType(env.ActionSpace));
            return (VectorEnv)Activator.CreateInstance(
                batch, BindingFlags.DoNotWrapExceptions, null, [typed, autoreset, workers], null)!;
        }
    }
}
