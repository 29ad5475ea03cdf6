using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari;

/// <summary>How an Atari game is put before an agent; names and defaults are those of Gymnasium's v5.</summary>
public sealed record AtariOptions
{
    /// <summary>The game.</summary>
    public required GameDefinition Game { get; init; }

    /// <summary>The bytes of its cartridge.</summary>
    public required ReadOnlyMemory<byte> Rom { get; init; }

    /// <summary>The game's mode; null is its own default.</summary>
    public int? Mode { get; init; }

    /// <summary>Position of the difficulty switches; null is the game's own default.</summary>
    public int? Difficulty { get; init; }

    /// <summary>What the agent sees.</summary>
    /// <value>The default is <see cref="AtariObservation.Rgb"/>.</value>
    public AtariObservation Observation { get; init; }

    /// <summary>Frames per step.</summary>
    /// <value>The default is 4.</value>
    public FrameSkip FrameSkip { get; init; } = FrameSkip.Of(4);

    /// <summary>Probability in [0, 1] that a frame repeats the action before in place of the one given.</summary>
    /// <value>The default is 0.25.</value>
    public double RepeatActionProbability { get; init; } = 0.25;

    /// <summary>Whether the agent chooses among all legal actions, not only among those that do something.</summary>
    /// <value>The default is false.</value>
    public bool FullActionSpace { get; init; }

    /// <summary>Frames after which an episode is truncated; 0 for no limit.</summary>
    /// <value>The default is 108,000: half an hour.</value>
    public int MaxFramesPerEpisode { get; init; } = 108_000;

    /// <summary>How far a continuous action must go to count, from 0 to 1.</summary>
    /// <value>The default is 0.5.</value>
    public double ContinuousActionThreshold { get; init; } = 0.5;

    /// <summary>Whether the machine makes sound, which <see cref="SoundObservation{TAction}"/> shows.</summary>
    /// <value>The default is false.</value>
    public bool Sound { get; init; }

    /// <summary>How the environment renders: not at all, or as RGB pictures.</summary>
    /// <value>The default is <see cref="RenderMode.None"/>.</value>
    public RenderMode RenderMode { get; init; }

    /// <summary>The actions that the agent chooses among.</summary>
    internal IReadOnlyList<AtariAction> Actions => FullActionSpace ? Game.LegalActions : Game.MinimalActions;

    /// <summary>Puts the cartridge into a console.</summary>
    /// <param name="seed">Seeds the generator of sticky actions.</param>
    internal AleMachine Load(int seed)
    {
        AleMachine machine = new(Rom.Span, Game, new AleSettings
        {
            RandomSeed = seed,
            RepeatActionProbability = RepeatActionProbability,
            MaxFramesPerEpisode = MaxFramesPerEpisode,
            Sound = Sound,
        });
        machine.Mode = Mode ?? machine.Mode;
        machine.Difficulty = Difficulty is { } difficulty ? Listed(difficulty, Game) : machine.Difficulty;
        return machine;
    }

    private static int Listed(int difficulty, GameDefinition game) => game.Difficulties.Contains(difficulty)
        ? difficulty
        : throw new ArgumentException(
            $"{game.Name} has no difficulty {difficulty}. It has: {string.Join(", ", game.Difficulties)}.",
            nameof(difficulty));
}
