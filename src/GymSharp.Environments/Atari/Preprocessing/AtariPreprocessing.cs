using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// What Machado et al., "Revisiting the Arcade Learning Environment" (2018), do with pictures, as Gymnasium's wrapper
/// of this name does it: idle starts, frame skip, maximum of the last two frames, grey, scaled by area.
/// </summary>
/// <remarks>
/// When an episode ends before the last frame of a step, the frames of the step before are shown again, as in
/// Gymnasium. <see cref="ScalePixels{TAction}"/> around it gives numbers from 0 to 1.
/// </remarks>
public sealed class AtariPreprocessing : Wrapper<byte[], int>
{
    private readonly AtariPreprocessingOptions options;
    private readonly AtariEnv game;
    private readonly AreaResizer resizer;
    private readonly byte[] last;
    private readonly byte[] previous;
    private byte[]? scratch;
    private int lives;

    /// <summary>Wraps an environment.</summary>
    /// <param name="env">An Atari game, one frame per step where frames are skipped here.</param>
    /// <param name="options">What to do; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no Atari game below, it skips frames itself, or an option is out of range.
    /// </exception>
    public AtariPreprocessing(Env<byte[], int> env, AtariPreprocessingOptions? options = null)
        : base(env)
    {
        this.options = (options ?? new AtariPreprocessingOptions()).Checked(nameof(options));
        game = AtariGame.Below(env, nameof(AtariPreprocessing));
        if (this.options.FrameSkip > 1 && game.FrameSkip != Atari.FrameSkip.Of(1))
        {
            throw new ArgumentException(
                "Disable frame-skipping in the original env. Otherwise, more than one frame-skip will happen as "
                + "through this wrapper: make it with frameskip=1, or take a NoFrameskip id.",
                nameof(env));
        }

        int channels = this.options.GrayscaleObservation ? 1 : 3;
        PictureSize screen = new(game.Machine.Height, Atari2600.AtariConsole.Width, channels);
        resizer = new AreaResizer(screen, this.options.Height, this.options.Width);
        last = new byte[screen.Length];
        previous = new byte[screen.Length];
        int[] shape = this.options.GrayscaleObservation && !this.options.GrayscaleNewAxis
            ? [this.options.Height, this.options.Width]
            : [this.options.Height, this.options.Width, channels];
        ObservationSpace = new Box<byte>(0, 255, shape);
    }

    /// <inheritdoc/>
    public override Space<byte[]> ObservationSpace { get; }

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        (scratch, Info info) = Wrapped.Reset(seed, options, scratch);
        int idle = this.options.NoopMax > 0 ? (int)game.Rng.Integers(1, this.options.NoopMax + 1) : 0;
        for (int i = 0; i < idle; i++)
        {
            Step<byte[]> step = Wrapped.Step(0, scratch);
            info = info.With(step.Info);
            if (step.Done)
            {
                (scratch, info) = Wrapped.Reset(seed, options, scratch);
            }
        }

        lives = game.Machine.Lives;
        Look(last);
        Array.Clear(previous);
        return (Observe(reuse), info);
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        double reward = 0;
        Step<byte[]> step = default;
        for (int frame = 0; frame < options.FrameSkip; frame++)
        {
            step = Wrapped.Step(action, scratch);
            scratch = step.Observation;
            reward += step.Reward;
            if (options.TerminalOnLifeLoss)
            {
                int left = game.Machine.Lives;
                step = step with { Terminated = step.Terminated || left < lives };
                lives = left;
            }

            if (step.Done)
            {
                break;
            }

            if (frame >= options.FrameSkip - 2)
            {
                Look(frame == options.FrameSkip - 1 ? last : previous);
            }
        }

        return step with { Observation = Observe(reuse), Reward = reward };
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(last.AsSpan());
        sync.Sync(previous.AsSpan());
        sync.Sync(ref lives);
    }

    private void Look(byte[] picture)
    {
        if (options.GrayscaleObservation)
        {
            game.Machine.CopyGray(picture);
        }
        else
        {
            game.Machine.CopyRgb(picture);
        }
    }

    private byte[] Observe(byte[]? reuse)
    {
        // The maximum replaces the last frame, which the next step may show again.
        if (options.FrameSkip > 1)
        {
            Pictures.Maximum(last, previous);
        }

        byte[] observation = reuse?.Length == resizer.Target.Length ? reuse : new byte[resizer.Target.Length];
        resizer.Resize(last, observation);
        return observation;
    }
}
