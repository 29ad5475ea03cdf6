using GymSharp.Environments.Atari.Heuristics;
using GymSharp.Spaces;

namespace GymSharp.Environments.Atari;

/// <summary>An Atari 2600 game, with the results of the Arcade Learning Environment 0.12 and Gymnasium.</summary>
/// <remarks>
/// <para>Observation, <c>byte[]</c>: the screen in colour or grey, or the console's memory. Actions: those that do
/// something in the game, or all its legal ones.</para>
/// <para>Reward: the change of the score. Terminates when the game is over; truncates after a number of frames.
/// <c>info</c> has <c>lives</c>, <c>episode_frame_number</c> and <c>frame_number</c>, after a reset with a seed also
/// <c>seeds</c>.</para>
/// </remarks>
public sealed class AtariEnv : AtariTask<int>, IHasHeuristic<byte[], int>
{
    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">Game, ROM and the rest.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">The ROM is no cartridge.</exception>
    public AtariEnv(AtariOptions options)
        : base(options)
    {
        ActionSpace = new Discrete(Actions.Count);
    }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; }

    /// <summary>Whether the game is one of ours, which bring hand-written players.</summary>
    public bool HasHeuristic => MemoryHeuristics.Find(Options.Game.Name) is not null;

    /// <inheritdoc/>
    /// <remarks>It looks into the console's memory, whatever is observed.</remarks>
    /// <exception cref="NotSupportedException">There is no player for this game.</exception>
    public Func<byte[], int> CreateHeuristic()
    {
        IMemoryHeuristic player = MemoryHeuristics.Find(Options.Game.Name)
            ?? throw new NotSupportedException($"There is no hand-written player for {Options.Game.Name}.");
        AtariAction[] actions = [.. Actions];
        return _ => Array.IndexOf(actions, player.Choose(Machine.Ram));
    }

    /// <inheritdoc/>
    protected override Step<byte[]> OnStep(int action, byte[]? reuse) => (uint)action < (uint)Actions.Count
        ? Play(Actions[action], 1, reuse)
        : throw new InvalidActionException(
            $"{action} is not an action of {Options.Game.Name}. Choose from 0 to {Actions.Count - 1}: "
            + $"{string.Join(", ", Actions.Select(one => one.Meaning()))}.");
}
