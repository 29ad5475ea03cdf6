namespace GymSharp.Mujoco.Locomotion;

/// <summary>Humanoid: 17 motors carry a body on two legs forward.</summary>
/// <remarks>
/// <para>Observation: position and orientation of the torso (without x and y), angles of the joints, all velocities;
/// then inertia and velocity of each body, the torque of each motor and the forces on each body from outside (348
/// numbers; 376 in version 4). Action: one number per motor.</para>
/// <para>Reward: speed of the centre of mass in x and a bonus for health, less squared controls and, in version 5,
/// contact forces. Terminates when the torso is too low or too high; <c>Gym.Make</c> truncates after 1000 steps. After
/// Tassa, Erez and Todorov, "Synthesis and Stabilization of Complex Behaviors through Online Trajectory Optimization"
/// (2012).</para>
/// </remarks>
public sealed class HumanoidEnv : HumanoidTaskEnv
{
    private readonly HumanoidOptions options;
    private readonly double totalMass;
    private double xBefore;
    private double yBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public HumanoidEnv(HumanoidOptions options)
        : this(options, options.LoadModel())
    {
    }

    private HumanoidEnv(HumanoidOptions options, MujocoModel model)
        : base(options, model, StepInfo(options, model), ResetInfo(options, model))
    {
        this.options = options;
        totalMass = Arithmetic.Sum(model.BodyMass);
    }

    /// <inheritdoc/>
    private protected override void Remember() => (xBefore, yBefore) = CentreOfMass();

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double z = Simulation.Qpos[2];
        bool isHealthy = z > options.HealthyHeight.Low && z < options.HealthyHeight.High;
        bool paysHealth = isHealthy || (!options.IsV5 && options.TerminateWhenUnhealthy);
        (double x, double y) = CentreOfMass();
        double xVelocity = (x - xBefore) / Duration;
        double yVelocity = (y - yBefore) / Duration;
        double forward = options.ForwardRewardWeight * xVelocity;
        double survive = paysHealth ? options.HealthyReward : 0;
        double control = ControlCost();
        double contact = options.IsV5 ? ContactCost(options.ContactCostWeight, options.ContactCostRange) : 0;
        if (options.IsV5)
        {
            Describe(ref info);
            info.Add(xVelocity, yVelocity, survive, forward, -control, -contact);
        }
        else
        {
            info.Add(forward, -control, survive);
            info.AddPlace([x, y]);
            info.Add(xVelocity, yVelocity, forward);
        }

        return (forward + survive - (control + contact), options.TerminateWhenUnhealthy && !isHealthy);
    }

    /// <inheritdoc/>
    private protected override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.Add(Simulation.Qpos[..2]);
            WriteTendons(ref info);
            info.Add(Arithmetic.Norm(Simulation.Qpos[0], Simulation.Qpos[1]));
        }
    }

    private static InfoNumbers ResetInfo(HumanoidOptions options, MujocoModel model) =>
        options.IsV5 ? new(Place(model)) : new();

    private static InfoNumbers StepInfo(HumanoidOptions options, MujocoModel model) => options.IsV5
        ? new([
            .. Place(model), ("x_velocity", null), ("y_velocity", null), ("reward_survive", null),
            ("reward_forward", null), ("reward_ctrl", null), ("reward_contact", null),
        ])
        : new(
            ("reward_linvel", null), ("reward_quadctrl", null), ("reward_alive", null), ("x_position", null),
            ("y_position", null), ("distance_from_origin", null), ("x_velocity", null), ("y_velocity", null),
            ("forward_reward", null));

    private static (string Key, int? Length)[] Place(MujocoModel model) =>
    [
        ("x_position", null), ("y_position", null), ("tendon_length", model.NTendon),
        ("tendon_velocity", model.NTendon), ("distance_from_origin", null),
    ];

    // NumPy's sum over the first axis adds row after row.
    private (double X, double Y) CentreOfMass()
    {
        ReadOnlySpan<double> mass = Model.BodyMass;
        ReadOnlySpan<double> position = Simulation.Xipos;
        double x = 0;
        double y = 0;
        for (int body = 0; body < mass.Length; body++)
        {
            x += mass[body] * position[3 * body];
            y += mass[body] * position[(3 * body) + 1];
        }

        return (x / totalMass, y / totalMass);
    }
}
