namespace GymSharp.Mujoco.Roboschool;

/// <summary>Roboschool's five walkers.</summary>
internal static class RoboschoolTasks
{
    private const double CommonPower = 100;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RoboschoolTask> All { get; } = [Hopper(), Walker2d(), HalfCheetah(), Ant(), Humanoid()];

    private static RoboschoolTask Hopper() => new(
        "hopper",
        0.75,
        Alike("thigh_joint", "leg_joint", "foot_joint"),
        ["foot_geom"],
        static (height, pitch, _) => IsUpright(height, pitch))
    {
        Name = "RoboschoolHopper",
        RewardThreshold = 2500,
        Friction = "0.8 0.1 0.1",
    };

    private static RoboschoolTask Walker2d() => new(
        "walker2d",
        0.40,
        [
            .. Alike("thigh_joint", "leg_joint"), ("foot_joint", 30),
            .. Alike("thigh_left_joint", "leg_left_joint"), ("foot_left_joint", 30),
        ],
        ["foot_geom", "foot_left_geom"],
        static (height, pitch, _) => IsUpright(height, pitch))
    {
        Name = "RoboschoolWalker2d",
        RewardThreshold = 2500,
        Friction = "0.8 0.1 0.1",
    };

    // Walking on shins and thighs ends the episode.
    private static RoboschoolTask HalfCheetah() => new(
        "half_cheetah",
        0.90,
        [("bthigh", 120), ("bshin", 90), ("bfoot", 60), ("fthigh", 140), ("fshin", 60), ("ffoot", 30)],
        ["ffoot", "fshin", "fthigh", "bfoot", "bshin", "bthigh"],
        static (_, pitch, touches) =>
            Math.Abs(pitch) < 1 && !touches[1] && !touches[2] && !touches[4] && !touches[5])
    {
        Name = "RoboschoolHalfCheetah",
        RewardThreshold = 3000,
        Friction = "0.8 0.1 0.1",
        Ranges = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["fthigh"] = "-1.5 0.8",
            ["fshin"] = "-1.2 1.1",
            ["ffoot"] = "-3.1 -0.3",
        },
    };

    // The ball has a radius of 0.25 m: it must not scrape the ground.
    private static RoboschoolTask Ant() => new(
        "ant",
        2.5,
        Alike("hip_1", "ankle_1", "hip_2", "ankle_2", "hip_3", "ankle_3", "hip_4", "ankle_4"),
        ["left_ankle_geom", "right_ankle_geom", "third_ankle_geom", "fourth_ankle_geom"],
        static (height, _, _) => height > 0.26)
    {
        Name = "RoboschoolAnt",
        RewardThreshold = 2500,
        Friction = "1.5 0.1 0.1",
        Ranges = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hip_1"] = "-40 40",
            ["hip_2"] = "-40 40",
            ["hip_3"] = "-40 40",
            ["hip_4"] = "-40 40",
            ["ankle_1"] = "30 100",
            ["ankle_2"] = "-100 -30",
            ["ankle_3"] = "-100 -30",
            ["ankle_4"] = "30 100",
        },
    };

    // Four of 17 joints carry the walk; the costs count as if the others were not there.
    private static RoboschoolTask Humanoid() => new(
        "humanoid",
        0.41,
        [
            .. Alike("abdomen_z", "abdomen_y", "abdomen_x"),
            .. Alike("right_hip_x", "right_hip_z"), ("right_hip_y", 300), ("right_knee", 200),
            .. Alike("left_hip_x", "left_hip_z"), ("left_hip_y", 300), ("left_knee", 200),
            ("right_shoulder1", 75), ("right_shoulder2", 75), ("right_elbow", 75),
            ("left_shoulder1", 75), ("left_shoulder2", 75), ("left_elbow", 75),
        ],
        ["right_foot", "left_foot"],
        static (height, _, _) => height > 0.78)
    {
        Name = "RoboschoolHumanoid",
        RewardThreshold = 3500,
        AliveBonus = 2,
        CostFactor = 17.0 / 4.0,
        ReferenceHeight = 0.8,
        YawSpread = Math.PI / 16,
        Friction = "0.8 0.1 0.1",
        Ranges = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["right_hip_y"] = "-120 20",
            ["left_hip_y"] = "-120 20",
        },
    };

    private static (string Joint, double Power)[] Alike(params string[] joints) =>
        Array.ConvertAll(joints, joint => (joint, CommonPower));

    private static bool IsUpright(double height, double pitch) => height > 0.8 && Math.Abs(pitch) < 1;
}
