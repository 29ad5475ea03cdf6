using GymSharp.Randomness;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>An Atari game that shows the last four pictures, small and grey: bytes of [84, 84, 4].</summary>
/// <remarks>
/// Everything usual in one environment: idle starts, four frames per action of which the brightest of the last two is
/// shown, scaled by area, stacked, and as <see cref="PixelOptions"/> asks lives as episodes and rewards cut to −1 … 1.
/// <c>info</c> has what <see cref="AtariEnv"/> has; at the end of an episode that is only a life, or whose rewards are
/// not the game's, also <c>game_over</c>, and in <c>episode</c> the score <c>r</c> and the steps <c>l</c> until then.
/// </remarks>
public sealed class AtariPixelEnv : Env<byte[], int>, IMirrored
{
    private readonly PixelWorld world;
    private readonly AtariOptions game;
    private readonly int length;
    private bool started;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="game">Game, ROM and the rest; what it says about observations and frames per step does not
    /// count.</param>
    /// <param name="options">How pictures are made; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">The ROM is no cartridge.</exception>
    public AtariPixelEnv(AtariOptions game, PixelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        PixelOptions pixels = (options ?? new PixelOptions()).Checked(nameof(options));
        this.game = game;
        world = new PixelWorld(game, pixels);
        ObservationSpace = SpaceOf(pixels);
        length = ObservationSpace.Shape!.Aggregate(1, (size, axis) => size * axis);
        ActionSpace = new Discrete(world.Actions.Count);
        Metadata = MetadataOf(pixels);
    }

    /// <summary>What each action number means.</summary>
    public IReadOnlyList<AtariAction> Actions => world.Actions;

    /// <inheritdoc/>
    public IReadOnlyList<int> MirroredActions => AtariActions.Mirrored(Actions);

    /// <summary>The console with the game in it; a reset with a seed puts another one here.</summary>
    public AleMachine Machine => world.Machine;

    /// <inheritdoc/>
    public override Space<byte[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode => game.RenderMode;

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; }

    /// <inheritdoc/>
    public override Rng Rng
    {
        get => world.Rng;
        set => world.Rng = value;
    }

    /// <summary>The game's own screen; null without a render mode.</summary>
    public override Frame? Render() => RenderMode == RenderMode.None ? null : Screens.Picture(world.Machine);

    /// <summary>What observations look like.</summary>
    internal static Box<byte> SpaceOf(PixelOptions options) =>
        new(0, 255, options.Height, options.Width, options.StackCount);

    /// <summary>How fast pictures look right.</summary>
    internal static EnvMetadata MetadataOf(PixelOptions options) => new(
        [RenderMode.Human, RenderMode.RgbArray], Math.Max(1, Screens.FramesPerSecond / options.FrameSkip));

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, byte[]? reuse)
    {
        byte[] observation = Room(reuse);
        world.Reset(seed, observation);
        started = true;
        Info info = Screens.InfoOf(world.Machine);
        return (observation, world.Seeds is { } seeds ? info.With("seeds", seeds) : info);
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse)
    {
        if ((uint)action >= (uint)world.Actions.Count)
        {
            throw new InvalidActionException(
                $"{action} is not an action of {game.Game.Name}. Choose from 0 to {world.Actions.Count - 1}.");
        }

        if (!started)
        {
            throw new ResetNeededException("No episode was started. Call Reset before the first Step.");
        }

        byte[] observation = Room(reuse);
        world.Step(action, observation);
        Info info = world.Terminated || world.Truncated ? world.FinalInfo : Screens.InfoOf(world.Machine);
        return new(observation, world.PaidReward, world.Terminated, world.Truncated, info);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref started);
        world.Sync(sync);
    }

    private byte[] Room(byte[]? reuse) => reuse?.Length == length ? reuse : new byte[length];
}
