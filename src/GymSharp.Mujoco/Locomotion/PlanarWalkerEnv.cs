namespace GymSharp.Mujoco.Locomotion;

/// <summary>What hopper and walker have in common: an upright body that must not fall, moving in a plane.</summary>
public abstract class PlanarWalkerEnv : LocomotionEnv
{
    // Observed speeds are held between ± this, in metres or radians per second.
    private const double LargestSpeed = 10;
    private static readonly string[] Place = ["x_position", "z_distance_from_origin"];
    private static readonly string[] Step5 =
        [.. Place, "x_velocity", "reward_forward", "reward_ctrl", "reward_survive"];

    private static readonly string[] Step4 = ["x_position", "x_velocity"];

    private readonly PlanarWalkerOptions options;
    private double xBefore;

    private protected PlanarWalkerEnv(PlanarWalkerOptions options, MujocoModel model)
        : base(options, model, Layout(options, model)) => this.options = options;

    /// <summary>Whether the body stands.</summary>
    private protected virtual bool IsHealthy
    {
        get
        {
            double z = Simulation.Qpos[1];
            double angle = Simulation.Qpos[2];
            return z > options.HealthyHeight.Low && z < options.HealthyHeight.High
                && angle > options.HealthyAngle.Low && angle < options.HealthyAngle.High;
        }
    }

    /// <inheritdoc/>
    private protected sealed override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddUniform(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected sealed override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[(options.ExcludePosition ? 1 : 0)..]);
        observation.AddClipped(Simulation.Qvel, -LargestSpeed, LargestSpeed);
    }

    /// <inheritdoc/>
    private protected sealed override void Remember() => xBefore = Simulation.Qpos[0];

    /// <inheritdoc/>
    private protected sealed override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        bool isHealthy = IsHealthy;
        bool paysHealth = isHealthy || (!options.IsV5 && options.TerminateWhenUnhealthy);
        double x = Simulation.Qpos[0];
        double velocity = (x - xBefore) / Duration;
        double forward = options.ForwardRewardWeight * velocity;
        double survive = paysHealth ? options.HealthyReward : 0;
        double control = Arithmetic.ControlCost(options.ControlCostWeight, action);
        Describe(ref info);
        if (options.IsV5)
        {
            info.Add(velocity, forward, -control, survive);
        }
        else
        {
            info.Add(x, velocity);
        }

        return (forward + survive - control, options.TerminateWhenUnhealthy && !isHealthy);
    }

    /// <inheritdoc/>
    private protected sealed override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.Add(Simulation.Qpos[0], Simulation.Qpos[1] - Model.Qpos0[1]);
        }
    }

    private static TaskLayout Layout(PlanarWalkerOptions options, MujocoModel model) => TaskLayout.Of(
        model.Nq - (options.ExcludePosition ? 1 : 0) + model.Nv,
        options.IsV5 ? Step5 : Step4,
        options.IsV5 ? Place : []);
}
