namespace GymSharp.Mujoco.Locomotion;

/// <summary>Swimmer: three links in a thick fluid, two motors between them.</summary>
/// <remarks>
/// <para>Observation: angle of the first link, angles of the joints, all velocities (8 numbers). Action: one number per
/// motor.</para>
/// <para>Reward: speed in x less squared controls. Never terminates; <c>Gym.Make</c> truncates after 1000 steps. After
/// Coulom, "Reinforcement Learning Using Neural Networks, with Applications to Motor Control" (2002).</para>
/// </remarks>
public sealed class SwimmerEnv : LocomotionEnv
{
    private static readonly string[] Place = ["x_position", "y_position", "distance_from_origin"];
    private static readonly string[] Step5 =
        [.. Place, "x_velocity", "y_velocity", "reward_forward", "reward_ctrl"];

    private static readonly string[] Step4 =
        ["reward_fwd", "reward_ctrl", .. Place, "x_velocity", "y_velocity", "forward_reward"];

    private readonly SwimmerOptions options;
    private double xBefore;
    private double yBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public SwimmerEnv(SwimmerOptions options)
        : this(options, options.LoadModel())
    {
    }

    private SwimmerEnv(SwimmerOptions options, MujocoModel model)
        : base(options, model, Layout(options, model)) => this.options = options;

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddUniform(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[(options.ExcludePosition ? 2 : 0)..]);
        observation.Add(Simulation.Qvel);
    }

    /// <inheritdoc/>
    private protected override void Remember() => (xBefore, yBefore) = (Simulation.Qpos[0], Simulation.Qpos[1]);

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double xVelocity = (Simulation.Qpos[0] - xBefore) / Duration;
        double yVelocity = (Simulation.Qpos[1] - yBefore) / Duration;
        double forward = options.ForwardRewardWeight * xVelocity;
        double control = Arithmetic.ControlCost(options.ControlCostWeight, action);
        if (options.IsV5)
        {
            info.AddPlace(Simulation.Qpos);
            info.Add(xVelocity, yVelocity, forward, -control);
        }
        else
        {
            info.Add(forward, -control);
            info.AddPlace(Simulation.Qpos);
            info.Add(xVelocity, yVelocity, forward);
        }

        return (forward - control, false);
    }

    /// <inheritdoc/>
    private protected override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.AddPlace(Simulation.Qpos);
        }
    }

    private static TaskLayout Layout(SwimmerOptions options, MujocoModel model) => TaskLayout.Of(
        model.Nq - (options.ExcludePosition ? 2 : 0) + model.Nv,
        options.IsV5 ? Step5 : Step4,
        options.IsV5 ? Place : []);
}
