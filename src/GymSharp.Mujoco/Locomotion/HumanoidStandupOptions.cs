using GymSharp.Registration;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>What can be chosen about <see cref="HumanoidStandupEnv"/>; version 4 has no arguments of its own.</summary>
public sealed record HumanoidStandupOptions : HumanoidTaskOptions
{
    /// <summary>Takes the defaults.</summary>
    public HumanoidStandupOptions()
        : base(cameraHeight: 0.8925)
    {
    }

    /// <summary>Weight of the squared contact forces (<c>impact_cost_weight</c>).</summary>
    /// <value>The default is 5e-7.</value>
    public double ImpactCostWeight { get; init; } = 5e-7;

    /// <summary>Bounds that the cost of contact is held between (<c>impact_cost_range</c>).</summary>
    /// <value>The default is up to 10.</value>
    public (double Low, double High) ImpactCostRange { get; init; } = (double.NegativeInfinity, 10.0);

    /// <inheritdoc/>
    internal override string OwnModel => "humanoidstandup";

    /// <summary>Reads Gymnasium's arguments.</summary>
    internal static HumanoidStandupOptions From(EnvArguments arguments, TaskVersion version)
    {
        HumanoidStandupOptions options = new() { Version = version };
        if (!options.IsV5)
        {
            return Humanoid(options, arguments);
        }

        // Gymnasium takes this weight and uses it nowhere.
        arguments.Number("uph_cost_weight", 1);
        options = options with
        {
            ImpactCostWeight = arguments.Number("impact_cost_weight", options.ImpactCostWeight),
            ImpactCostRange = arguments.Range("impact_cost_range", options.ImpactCostRange),
        };
        return Humanoid(Tunable(options, arguments), arguments);
    }
}
