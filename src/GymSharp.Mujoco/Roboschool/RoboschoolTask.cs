namespace GymSharp.Mujoco.Roboschool;

/// <summary>One of Roboschool's walkers as data.</summary>
/// <remarks>
/// Source of the numbers: openai/roboschool (MIT), <c>gym_mujoco_walkers</c> and <c>gym_forward_walker</c>.
/// </remarks>
/// <param name="Model">The built-in model it is made from.</param>
/// <param name="Power">Factor of all motors.</param>
/// <param name="Motors">Joints in the order of actions and observations, each with the power of its motor.</param>
/// <param name="Feet">Geoms whose touching the floor is observed.</param>
/// <param name="IsAlive">Whether the walker stands: height and pitch of the torso, and which feet touch.</param>
internal sealed record RoboschoolTask(
    string Model,
    double Power,
    IReadOnlyList<(string Joint, double Power)> Motors,
    IReadOnlyList<string> Feet,
    Func<double, double, bool[], bool> IsAlive)
{
    /// <summary>The id without its version.</summary>
    public required string Name { get; init; }

    /// <summary>Mean return from which the task counts as solved.</summary>
    public required double RewardThreshold { get; init; }

    /// <summary>Reward of a step on its feet.</summary>
    public double AliveBonus { get; init; } = 1;

    /// <summary>Factor of the costs of torque and power.</summary>
    public double CostFactor { get; init; } = 1;

    /// <summary>The height that observed heights are relative to, m; null for that of each start.</summary>
    public double? ReferenceHeight { get; init; }

    /// <summary>The start's yaw is drawn between ± this, rad; 0 to draw none.</summary>
    public double YawSpread { get; init; }

    /// <summary>Ranges of joints that differ from the model's, in its unit.</summary>
    public IReadOnlyDictionary<string, string> Ranges { get; init; } = new Dictionary<string, string>();

    /// <summary>Friction of the walker's geoms and of the floor.</summary>
    public required string Friction { get; init; }
}
