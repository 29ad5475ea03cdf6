namespace GymSharp.Mujoco.Mazes;

/// <summary>What a cell of a maze is.</summary>
public enum MazeCell
{
    /// <summary>Free; a start and a goal where the map names neither (0).</summary>
    Free,

    /// <summary>A wall (1).</summary>
    Wall,

    /// <summary>A start (r).</summary>
    Start,

    /// <summary>A goal (g).</summary>
    Goal,

    /// <summary>A start or a goal (c).</summary>
    Both,
}
