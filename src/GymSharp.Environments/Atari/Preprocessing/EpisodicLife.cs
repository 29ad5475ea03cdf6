using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Makes every life an episode: its loss terminates, and the reset after it goes on with the game.</summary>
/// <remarks>As in OpenAI's Baselines: such a reset takes action 0 once. The loss of the last life ends the game
/// itself.</remarks>
/// <param name="env">An Atari game.</param>
/// <exception cref="ArgumentException">There is no Atari game below.</exception>
public sealed class EpisodicLife(Env<byte[], int> env) : Wrapper<byte[], int>(env)
{
    private readonly AtariEnv game = AtariGame.Below(env, nameof(EpisodicLife));
    private bool isGameOver = true;
    private int lives;

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        (byte[] Observation, Info Info) start;
        if (isGameOver || seed is not null)
        {
            start = Wrapped.Reset(seed, options, reuse);
        }
        else
        {
            Step<byte[]> step = Wrapped.Step(0, reuse);
            start = step.Done ? Wrapped.Reset(null, options, step.Observation) : (step.Observation, step.Info);
        }

        isGameOver = false;
        lives = game.Machine.Lives;
        return start;
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        Step<byte[]> step = Wrapped.Step(action, reuse);
        isGameOver = step.Done;
        int left = game.Machine.Lives;
        bool isLost = left > 0 && left < lives;
        lives = left;
        return step with { Terminated = step.Terminated || isLost };
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref isGameOver);
        sync.Sync(ref lives);
    }
}
