using GymSharp.Registration;

namespace GymSharp.Mujoco.Mazes;

/// <summary>What can be chosen about the point maze.</summary>
public sealed record PointMazeOptions : GoalOptions
{
    private const int ManyRows = 8;

    /// <summary>The plan of the maze (<c>maze_map</c>).</summary>
    /// <value>The default has the form of a U.</value>
    public MazeMap Map { get; init; } = MazeMaps.All[0].Map;

    /// <summary>Whether the episode goes on when the goal is reached (<c>continuing_task</c>).</summary>
    /// <value>The default is yes.</value>
    public bool IsContinuing { get; init; } = true;

    /// <summary>
    /// Whether a goal that was reached moves elsewhere, while the episode goes on (<c>reset_target</c>).
    /// </summary>
    /// <value>The default is no.</value>
    public bool MovesGoal { get; init; }

    /// <summary>Reads keyword arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="map">The plan where no other is given.</param>
    internal static PointMazeOptions From(EnvArguments arguments, MazeMap map)
    {
        MazeMap given = arguments.TryGet("maze_map", out object? value) && value is not null
            ? MazeMap.Read(value)
            : map;
        return new PointMazeOptions
        {
            Map = given,
            Reward = ReadReward(arguments),
            IsContinuing = arguments.Get("continuing_task", true),
            MovesGoal = arguments.Get("reset_target", false),
            View = arguments.View(CameraOver(given)),
            RenderMode = arguments.RenderMode,
        };
    }

    /// <summary>A camera that sees a whole maze.</summary>
    internal static CameraOptions CameraOver(MazeMap map) => new() { Distance = map.Rows > ManyRows ? 12.5 : 8.8 };
}
