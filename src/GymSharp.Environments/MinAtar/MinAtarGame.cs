using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Environments.MinAtar;

/// <summary>The rules and the state of one MinAtar game on a grid of 10 x 10 cells.</summary>
/// <remarks>
/// K. Young and T. Tian, "MinAtar: An Atari-Inspired Testbed for Thorough and Reproducible Reinforcement Learning
/// Experiments", 2019, arXiv:1903.03176. Rows count from the top, columns from the left. A game becomes an
/// environment inside a <see cref="MinAtarEnv"/>.
/// </remarks>
public abstract class MinAtarGame
{
    /// <summary>Rows, and columns, of the grid.</summary>
    public const int Size = 10;

    private protected MinAtarGame()
    {
    }

    /// <summary>The name that MinAtar uses, for example <c>space_invaders</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What each channel of the observation shows, in order.</summary>
    public abstract IReadOnlyList<string> Channels { get; }

    /// <summary>The actions that have an effect of their own, in ascending order.</summary>
    public abstract IReadOnlyList<MinAtarAction> MinimalActions { get; }

    /// <summary>How often the difficulty went up in this episode, or null where it never does.</summary>
    public virtual int? DifficultyRamp => null;

    /// <summary>Whether the episode has ended; then nothing changes until the next one starts.</summary>
    public bool IsOver { get; private protected set; }

    /// <summary>Puts everything where an episode starts.</summary>
    internal abstract void Start(LegacyRng rng);

    /// <summary>Lets one frame pass and gives its reward. Not called when the episode is over.</summary>
    internal abstract int Advance(MinAtarAction action, LegacyRng rng);

    /// <summary>Marks what there is on a sheet that is blank.</summary>
    internal abstract void Draw(CellSheet sheet);

    /// <summary>Reads or writes the state.</summary>
    internal void Sync(StateSync sync)
    {
        sync.Marker(Name);
        bool over = IsOver;
        sync.Sync(ref over);
        IsOver = over;
        SyncState(sync);
    }

    private protected abstract void SyncState(StateSync sync);
}
