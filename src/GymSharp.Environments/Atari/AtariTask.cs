using GymSharp.Randomness;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.Atari;

/// <summary>What Atari games with discrete and with continuous actions have in common.</summary>
/// <typeparam name="TAction"><c>int</c> for discrete, <c>float[]</c> for continuous actions.</typeparam>
/// <remarks>
/// A reset with a seed puts the cartridge in anew, so that the console's random power-on state repeats too. The seed
/// is spread over two words: the first seeds <see cref="Env.Rng"/>, the second the generator of sticky actions.
/// </remarks>
public abstract class AtariTask<TAction> : Env<byte[], TAction>
    where TAction : notnull
{
    private readonly AtariOptions options;
    private readonly int observationLength;
    private AleMachine machine;
    private bool started;

    private protected AtariTask(AtariOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        FrameSkip skip = options.FrameSkip.Checked(nameof(options));
        machine = options.Load(unchecked((int)Rng.FromOperatingSystem().NextUInt32()));
        int[] shape = options.Observation switch
        {
            AtariObservation.Ram => [machine.Ram.Length],
            AtariObservation.Grayscale => [machine.Height, Atari2600.AtariConsole.Width],
            _ => [machine.Height, Atari2600.AtariConsole.Width, 3],
        };
        observationLength = shape.Aggregate(1, (size, length) => size * length);
        ObservationSpace = new Box<byte>(0, 255, shape);
        Actions = options.Actions;
        Metadata = new EnvMetadata(
            [RenderMode.Human, RenderMode.RgbArray],
            Math.Max(1, Screens.FramesPerSecond * 2 / (skip.Low + skip.High - 1)));
    }

    /// <summary>What each action number means.</summary>
    public IReadOnlyList<AtariAction> Actions { get; }

    /// <summary>Frames per step.</summary>
    public FrameSkip FrameSkip => options.FrameSkip;

    /// <summary>The console with the game in it; a reset with a seed puts another one here.</summary>
    public AleMachine Machine => machine;

    /// <inheritdoc/>
    public sealed override Space<byte[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode => options.RenderMode;

    /// <inheritdoc/>
    public sealed override EnvMetadata Metadata { get; }

    /// <summary>The options.</summary>
    protected AtariOptions Options => options;

    /// <inheritdoc/>
    protected sealed override string ClassName => "AtariEnv";

    /// <summary>The screen as it is, 160 pixels wide; null without a render mode.</summary>
    public sealed override Frame? Render() => RenderMode == RenderMode.None ? null : Screens.Picture(machine);

    /// <inheritdoc/>
    protected sealed override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected sealed override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        Info seeds = Info.Empty;
        if (seed is { } value)
        {
            uint[] words = new SeedSequence(value).GenerateState32(2);
            Rng = new Rng(words[0]);
            machine = this.options.Load(unchecked((int)words[1]));
            machine.Reset();
            seeds = Info.Of("seeds", new long[] { words[0], words[1] });
        }
        else if (!started)
        {
            // Putting the cartridge in includes a reset.
            machine.Reset();
        }

        machine.Reset();
        started = true;
        return (Observe(reuse), Screens.InfoOf(machine).With(seeds));
    }

    /// <summary>Takes an action for the frames of a step.</summary>
    protected Step<byte[]> Play(AtariAction action, float strength, byte[]? reuse)
    {
        if (!started)
        {
            throw new ResetNeededException("No episode was started. Call Reset before the first Step.");
        }

        FrameSkip skip = options.FrameSkip;
        int frames = skip.IsFixed ? skip.Low : (int)Rng.Integers(skip.Low, skip.High);
        double reward = machine.ActRepeatedly(action, strength, frames);
        return new(Observe(reuse), reward, machine.IsTerminal, machine.IsTruncated, Screens.InfoOf(machine));
    }

    /// <inheritdoc/>
    protected sealed override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref started);
        machine.Sync(sync);
    }

    private byte[] Observe(byte[]? reuse)
    {
        byte[] observation = reuse?.Length == observationLength ? reuse : new byte[observationLength];
        switch (options.Observation)
        {
            case AtariObservation.Ram:
                machine.Ram.CopyTo(observation);
                break;
            case AtariObservation.Grayscale:
                machine.CopyGray(observation);
                break;
            default:
                machine.CopyRgb(observation);
                break;
        }

        return observation;
    }
}
