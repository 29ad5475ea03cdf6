using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="HumanoidEnv"/>.</summary>
public sealed record HumanoidOptions : HumanoidTaskOptions
{
    /// <summary>Takes the defaults.</summary>
    public HumanoidOptions()
        : base(cameraHeight: 2.0)
    {
    }

    /// <summary>Weight of the speed (<c>forward_reward_weight</c>).</summary>
    /// <value>The default is 1.25.</value>
    public double ForwardRewardWeight { get; init; } = 1.25;

    /// <summary>Weight of the squared contact forces (<c>contact_cost_weight</c>, version 5).</summary>
    /// <value>The default is 5e-7.</value>
    public double ContactCostWeight { get; init; } = 5e-7;

    /// <summary>
    /// Bounds that the cost of contact is held between (<c>contact_cost_range</c>, version 5).
    /// </summary>
    /// <value>The default is up to 10.</value>
    public (double Low, double High) ContactCostRange { get; init; } = (double.NegativeInfinity, 10.0);

    /// <summary>Reward of a step in health (<c>healthy_reward</c>).</summary>
    /// <value>The default is 5.</value>
    public double HealthyReward { get; init; } = 5;

    /// <summary>Whether ill health ends the episode (<c>terminate_when_unhealthy</c>).</summary>
    /// <value>The default is true.</value>
    public bool TerminateWhenUnhealthy { get; init; } = true;

    /// <summary>Heights of the torso that are healthy, the bounds not included, m (<c>healthy_z_range</c>).</summary>
    /// <value>The default is 1 to 2.</value>
    public (double Low, double High) HealthyHeight { get; init; } = (1.0, 2.0);

    /// <inheritdoc/>
    internal override string OwnModel => "humanoid";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static HumanoidOptions From(EnvArguments arguments, TaskVersion version)
    {
        HumanoidOptions options = new() { Version = version };
        options = options with
        {
            ForwardRewardWeight = arguments.Number("forward_reward_weight", options.ForwardRewardWeight),
            HealthyReward = arguments.Number("healthy_reward", options.HealthyReward),
            TerminateWhenUnhealthy = arguments.Get("terminate_when_unhealthy", options.TerminateWhenUnhealthy),
            HealthyHeight = arguments.Range("healthy_z_range", options.HealthyHeight),
        };
        if (options.IsV5)
        {
            options = options with
            {
                ContactCostWeight = arguments.Number("contact_cost_weight", options.ContactCostWeight),
                ContactCostRange = arguments.Range("contact_cost_range", options.ContactCostRange),
            };
        }

        return Humanoid(Tunable(options, arguments), arguments);
    }
}
