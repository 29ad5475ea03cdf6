using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Begins games that wait for the button: after a reset it takes the actions 1 and 2.</summary>
/// <remarks>
/// As in OpenAI's Baselines. The first of them is the button in every game that has one; a game without it is left
/// alone.
/// </remarks>
/// <param name="env">An Atari game.</param>
/// <exception cref="ArgumentException">There is no Atari game below.</exception>
public sealed class FireReset(Env<byte[], int> env) : Wrapper<byte[], int>(env)
{
    private readonly bool hasButton = IsNeeded(AtariGame.Below(env, nameof(FireReset)));

    /// <summary>Whether a game has a button as its action 1, and an action 2.</summary>
    internal static bool IsNeeded(AtariEnv game) => game.Actions.Count >= 3 && game.Actions[1] == AtariAction.Fire;

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        (byte[] observation, Info info) = Wrapped.Reset(seed, options, reuse);
        for (int action = 1; action <= 2 && hasButton; action++)
        {
            Step<byte[]> step = Wrapped.Step(action, observation);
            (observation, info) = step.Done
                ? Wrapped.Reset(null, options, step.Observation)
                : (step.Observation, step.Info);
        }

        return (observation, info);
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse) => Wrapped.Step(action, reuse);
}
