namespace GymSharp.Mujoco.Manipulation;

/// <summary>What distinguishes the Fetch tasks: constants of Gymnasium-Robotics' <c>envs/fetch</c>.</summary>
internal sealed record FetchTask
{
    /// <summary>The built-in model.</summary>
    public required string Model { get; init; }

    /// <summary>Where the robot's base stands, x and y.</summary>
    public required (double X, double Y) Base { get; init; }

    /// <summary>Position of the object before it is placed, and its orientation; empty without object.</summary>
    public double[] ObjectPose { get; init; } = [];

    /// <summary>Metres that the hand starts above the table's standard height.</summary>
    public required double ExtraHeight { get; init; }

    /// <summary>Whether the fingers stay closed.</summary>
    public bool HasClosedFingers { get; init; } = true;

    /// <summary>Whether half of the goals lie above the table.</summary>
    public bool HasGoalsInTheAir { get; init; }

    /// <summary>Metres that goals lie further along x than the hand.</summary>
    public double GoalOffset { get; init; }

    /// <summary>Half the side of the square that the object starts in, m.</summary>
    public double ObjectRange { get; init; } = 0.15;

    /// <summary>Half the side of the cube that goals lie in, m.</summary>
    public double GoalRange { get; init; } = 0.15;

    /// <summary>Whether there is an object.</summary>
    public bool HasObject => ObjectPose.Length > 0;

    /// <summary>Bring the hand to a point.</summary>
    public static FetchTask Reach { get; } = new()
    {
        Model = "fetch_reach",
        Base = (0.4049, 0.48),
        ExtraHeight = 0.2,
        HasGoalsInTheAir = true,
    };

    /// <summary>Push a box to a point on the table.</summary>
    public static FetchTask Push { get; } = new()
    {
        Model = "fetch_push",
        Base = (0.405, 0.48),
        ObjectPose = [1.25, 0.53, 0.4, 1, 0, 0, 0],
        ExtraHeight = 0,
    };

    /// <summary>Hit a puck so that it slides to a point out of reach.</summary>
    public static FetchTask Slide { get; } = new()
    {
        Model = "fetch_slide",
        Base = (0.05, 0.48),
        ObjectPose = [1.7, 1.1, 0.41, 1, 0, 0, 0],
        ExtraHeight = -0.02,
        GoalOffset = 0.4,
        ObjectRange = 0.1,
        GoalRange = 0.3,
    };

    /// <summary>Carry a box to a point on or above the table.</summary>
    public static FetchTask PickAndPlace { get; } = new()
    {
        Model = "fetch_pick_and_place",
        Base = (0.405, 0.48),
        ObjectPose = [1.25, 0.53, 0.4, 1, 0, 0, 0],
        ExtraHeight = 0.2,
        HasClosedFingers = false,
        HasGoalsInTheAir = true,
    };
}
