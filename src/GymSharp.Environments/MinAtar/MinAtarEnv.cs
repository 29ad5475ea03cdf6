using GymSharp.Randomness;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>A MinAtar game as an environment: a boolean per cell and channel, and sticky actions.</summary>
/// <remarks>
/// Observations are row-major of shape [10, 10, channels]. Every step draws one number to decide whether the previous
/// action is repeated, also with probability 0, and the previous action outlives a reset, as in MinAtar.
/// </remarks>
public sealed class MinAtarEnv : Env<bool[], int>
{
    private const int FramesPerSecond = 20;
    private const int Cells = MinAtarGame.Size * MinAtarGame.Size;
    private static readonly EnvMetadata Facts = new([RenderMode.Human, RenderMode.RgbArray], FramesPerSecond);

    private readonly MinAtarOptions options;
    private readonly MinAtarAction[] actions;
    private readonly int channels;
    private readonly int observationLength;
    private LegacyRng? gameRng;
    private CellPicture? picture;
    private MinAtarAction previous;
    private bool started;

    /// <summary>Makes the environment.</summary>
    /// <param name="game">The game, which must not be shared with another environment.</param>
    /// <param name="options">How it is put before the agent; null for the defaults.</param>
    /// <exception cref="ArgumentException">The probability of a sticky action lies outside [0, 1].</exception>
    public MinAtarEnv(MinAtarGame game, MinAtarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(game);
        this.options = options ?? new MinAtarOptions();
        if (this.options.StickyActionProbability is not (>= 0 and <= 1))
        {
            throw new ArgumentException(
                $"The probability of a sticky action is {this.options.StickyActionProbability}; "
                + "it must lie between 0 and 1.",
                nameof(options));
        }

        Game = game;
        actions = this.options.UseMinimalActionSet ? [.. game.MinimalActions] : Enum.GetValues<MinAtarAction>();
        channels = game.Channels.Count;
        observationLength = Cells * channels;
        ObservationSpace = new Box<bool>(false, true, MinAtarGame.Size, MinAtarGame.Size, channels);
        ActionSpace = new Discrete(actions.Length);
    }

    /// <summary>The game that is played.</summary>
    public MinAtarGame Game { get; }

    /// <summary>What each action number means.</summary>
    public IReadOnlyList<MinAtarAction> Actions => actions;

    /// <summary>The game's generator, NumPy's <c>RandomState</c>; a reset with a seed replaces it.</summary>
    public LegacyRng GameRng => gameRng ??= LegacyRng.FromOperatingSystem();

    /// <inheritdoc/>
    public override Space<bool[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode => options.RenderMode;

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    public override Frame? Render()
    {
        if (options.RenderMode == RenderMode.None)
        {
            return null;
        }

        picture ??= new CellPicture(channels);
        return picture.Draw(started ? Observe(null) : new bool[observationLength]);
    }

    /// <inheritdoc/>
    protected override (bool[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The seed does not fit 32 bits; nothing was changed.</exception>
    protected override (bool[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, bool[]? reuse)
    {
        if (seed is { } value)
        {
            gameRng = new LegacyRng(value);
            Reseed(seed);
        }

        Game.Start(GameRng);
        started = true;
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<bool[]> OnStep(int action, bool[]? reuse)
    {
        if ((uint)action >= (uint)actions.Length)
        {
            throw BadAction(action);
        }

        if (!started)
        {
            throw new ResetNeededException("No episode was started. Call Reset before the first Step.");
        }

        // MinAtar draws for sticky actions after the end of an episode too.
        LegacyRng rng = gameRng!;
        if (rng.Rand() >= options.StickyActionProbability)
        {
            previous = actions[action];
        }

        int reward = Game.IsOver ? 0 : Game.Advance(previous, rng);
        return new(Observe(reuse), reward, Game.IsOver, Truncated: false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(GameRng);
        int last = (int)previous;
        sync.Range(ref last, 0, (int)MinAtarAction.Fire, "the previous action");
        previous = (MinAtarAction)last;
        sync.Sync(ref started);
        if (started)
        {
            Game.Sync(sync);
        }
    }

    private bool[] Observe(bool[]? reuse)
    {
        bool[] cells = reuse?.Length == observationLength ? reuse : new bool[observationLength];
        if (ReferenceEquals(cells, reuse))
        {
            // Faster than Clear, which calls into the C library for arrays of this size.
            cells.AsSpan().Clear();
        }

        Game.Draw(new CellSheet(cells, channels));
        return cells;
    }

    private InvalidActionException BadAction(int action) => new(
        $"{action} is not an action of {Game.Name}. "
        + $"Choose from 0 to {actions.Length - 1}: {string.Join(", ", actions)}.");
}
