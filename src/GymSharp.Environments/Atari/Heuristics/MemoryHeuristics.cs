namespace GymSharp.Environments.Atari.Heuristics;

/// <summary>The hand-written players there are.</summary>
internal static class MemoryHeuristics
{
    /// <summary>The player of a game, or null where there is none.</summary>
    /// <param name="game">The game's short name.</param>
    public static IMemoryHeuristic? Find(string game) => game switch
    {
        "laser_invaders" => new LaserInvadersHeuristic(),
        "wall" => new WallHeuristic(),
        _ => null,
    };
}
