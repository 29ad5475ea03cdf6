using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="AntEnv"/>.</summary>
public sealed record AntOptions : LocomotionOptions
{
    /// <summary>Takes the defaults.</summary>
    public AntOptions()
        : base(frameSkip: 5, new CameraOptions { Distance = 4.0 })
    {
    }

    /// <summary>Weight of the speed (<c>forward_reward_weight</c>, version 5).</summary>
    /// <value>The default is 1.</value>
    public double ForwardRewardWeight { get; init; } = 1;

    /// <summary>Weight of the squared controls (<c>ctrl_cost_weight</c>).</summary>
    /// <value>The default is 0.5.</value>
    public double ControlCostWeight { get; init; } = 0.5;

    /// <summary>Weight of the squared contact forces (<c>contact_cost_weight</c>).</summary>
    /// <value>The default is 0.0005.</value>
    public double ContactCostWeight { get; init; } = 5e-4;

    /// <summary>Reward of a step in health (<c>healthy_reward</c>).</summary>
    /// <value>The default is 1.</value>
    public double HealthyReward { get; init; } = 1;

    /// <summary>The body whose speed counts, by its name; null for body 1 (<c>main_body</c>, version 5).</summary>
    public string? MainBody { get; init; }

    /// <summary>The number of that body where no name is given (<c>main_body</c>, version 5).</summary>
    /// <value>The default is 1.</value>
    public int MainBodyId { get; init; } = 1;

    /// <summary>Whether ill health ends the episode (<c>terminate_when_unhealthy</c>).</summary>
    /// <value>The default is true.</value>
    public bool TerminateWhenUnhealthy { get; init; } = true;

    /// <summary>Heights of the torso that are healthy, both bounds included, m (<c>healthy_z_range</c>).</summary>
    /// <value>The default is 0.2 to 1.</value>
    public (double Low, double High) HealthyHeight { get; init; } = (0.2, 1.0);

    /// <summary>Bounds that contact forces are held between (<c>contact_force_range</c>).</summary>
    /// <value>The default is −1 to 1.</value>
    public (double Low, double High) ContactForceRange { get; init; } = (-1.0, 1.0);

    /// <summary>Scale of the noise in the first state (<c>reset_noise_scale</c>).</summary>
    /// <value>The default is 0.1.</value>
    public double ResetNoiseScale { get; init; } = 0.1;

    /// <summary>Whether observations leave x and y out (<c>exclude_current_positions_from_observation</c>).</summary>
    /// <value>The default is true.</value>
    public bool ExcludePosition { get; init; } = true;

    /// <summary>
    /// Whether observations hold the contact forces (<c>include_cfrc_ext_in_observation</c>, version 5).
    /// </summary>
    /// <value>The default is true.</value>
    public bool IncludeContactForces { get; init; } = true;

    /// <summary>
    /// Whether contact forces are observed and cost reward (<c>use_contact_forces</c>, version 4).
    /// </summary>
    /// <value>The default is false.</value>
    public bool UseContactForces { get; init; }

    /// <inheritdoc/>
    internal override string OwnModel => "ant";

    /// <inheritdoc/>
    internal override ModelNeeds Needs => new("f") { Bodies = IsV5 ? [] : ["torso"] };

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static AntOptions From(EnvArguments arguments, TaskVersion version)
    {
        AntOptions options = new() { Version = version };
        options = options with
        {
            ControlCostWeight = arguments.Number("ctrl_cost_weight", options.ControlCostWeight),
            ContactCostWeight = arguments.Number("contact_cost_weight", options.ContactCostWeight),
            HealthyReward = arguments.Number("healthy_reward", options.HealthyReward),
            TerminateWhenUnhealthy = arguments.Get("terminate_when_unhealthy", options.TerminateWhenUnhealthy),
            HealthyHeight = arguments.Range("healthy_z_range", options.HealthyHeight),
            ContactForceRange = arguments.Range("contact_force_range", options.ContactForceRange),
            ResetNoiseScale = arguments.Scale("reset_noise_scale", options.ResetNoiseScale),
            ExcludePosition = arguments.Get("exclude_current_positions_from_observation", options.ExcludePosition),
        };
        options = options.IsV5
            ? WithBody(arguments, options with
            {
                ForwardRewardWeight = arguments.Number("forward_reward_weight", options.ForwardRewardWeight),
                IncludeContactForces =
                    arguments.Get("include_cfrc_ext_in_observation", options.IncludeContactForces),
            })
            : options with
            {
                MainBody = "torso",
                UseContactForces = arguments.Get("use_contact_forces", options.UseContactForces),
            };
        return Common(options, arguments, takesModel: true);
    }

    private static AntOptions WithBody(EnvArguments arguments, AntOptions options) =>
        arguments.TryGet("main_body", out object? body) && body is string name
            ? options with { MainBody = name }
            : options with { MainBodyId = arguments.Get("main_body", options.MainBodyId) };
}
