namespace GymSharp.Mujoco.Locomotion;

/// <summary>Ant: eight motors in hips and ankles of four legs carry a ball forward.</summary>
/// <remarks>
/// <para>Observation: position and orientation of the torso (without x and y), angles of the joints, all velocities,
/// and the forces that act on each body from outside (105 numbers; 27 in version 4). Action: one number per
/// motor.</para>
/// <para>Reward: speed in x and a bonus for health, less squared controls and contact forces. Terminates when the torso
/// is too low or too high; <c>Gym.Make</c> truncates after 1000 steps. After Schulman et al., "High-Dimensional
/// Continuous Control Using Generalized Advantage Estimation" (2016).</para>
/// </remarks>
public sealed class AntEnv : LocomotionEnv
{
    private static readonly string[] Place = ["x_position", "y_position", "distance_from_origin"];
    private static readonly string[] Step5 =
    [
        .. Place, "x_velocity", "y_velocity", "reward_forward", "reward_ctrl", "reward_contact", "reward_survive",
    ];

    private static readonly string[] Step4 =
    [
        "reward_forward", "reward_ctrl", "reward_survive", .. Place, "x_velocity", "y_velocity", "forward_reward",
    ];

    private readonly AntOptions options;
    private readonly int body;
    private readonly double[] forces;
    private double xBefore;
    private double yBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public AntEnv(AntOptions options)
        : this(options, options.LoadModel())
    {
    }

    private AntEnv(AntOptions options, MujocoModel model)
        : base(options, model, Layout(options, model))
    {
        this.options = options;
        body = MainBody(options, model);
        forces = new double[Data.CfrcExt.Length];
    }

    private ReadOnlySpan<double> Position => Simulation.Xpos.Slice(3 * body, 3);

    private bool ObservesForces => options.IsV5 ? options.IncludeContactForces : options.UseContactForces;

    // Version 5 leaves out what acts on the world.
    private ReadOnlySpan<double> ObservedForces => Data.CfrcExt[(options.IsV5 ? 6 : 0)..];

    private bool IsHealthy
    {
        get
        {
            double z = Simulation.Qpos[2];
            return z >= options.HealthyHeight.Low && z <= options.HealthyHeight.High
                && Arithmetic.AllFinite(Simulation.Qpos) && Arithmetic.AllFinite(Simulation.Qvel);
        }
    }

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddNormal(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[(options.ExcludePosition ? 2 : 0)..]);
        observation.Add(Simulation.Qvel);
        if (ObservesForces)
        {
            observation.AddClipped(ObservedForces, options.ContactForceRange.Low, options.ContactForceRange.High);
        }
    }

    /// <inheritdoc/>
    private protected override void Remember() => (xBefore, yBefore) = (Position[0], Position[1]);

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        bool isHealthy = IsHealthy;
        bool paysHealth = isHealthy || (!options.IsV5 && options.TerminateWhenUnhealthy);
        double xVelocity = (Position[0] - xBefore) / Duration;
        double yVelocity = (Position[1] - yBefore) / Duration;
        double forward = options.ForwardRewardWeight * xVelocity;
        double survive = paysHealth ? options.HealthyReward : 0;
        double control = Arithmetic.ControlCost(options.ControlCostWeight, action);
        double contact = options.IsV5 || options.UseContactForces ? ContactCost() : 0;
        if (options.IsV5)
        {
            info.AddPlace(Simulation.Qpos);
            info.Add(xVelocity, yVelocity, forward, -control, -contact, survive);
        }
        else
        {
            info.Add(forward, options.UseContactForces ? -contact : -control, survive);
            info.AddPlace(Position);
            info.Add(xVelocity, yVelocity, forward);
        }

        return (forward + survive - (control + contact), options.TerminateWhenUnhealthy && !isHealthy);
    }

    /// <inheritdoc/>
    private protected override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.AddPlace(Simulation.Qpos);
        }
    }

    private static TaskLayout Layout(AntOptions options, MujocoModel model)
    {
        int state = model.Nq - (options.ExcludePosition ? 2 : 0) + model.Nv;
        return options.IsV5
            ? TaskLayout.Of(state + (options.IncludeContactForces ? 6 * (model.NBody - 1) : 0), Step5, Place)
            : TaskLayout.Of(state + (options.UseContactForces ? 6 * model.NBody : 0), Step4, []);
    }

    private static int MainBody(AntOptions options, MujocoModel model)
    {
        int id = options.MainBody is { } name ? model.BodyId(name) : options.MainBodyId;
        return id >= 0 && id < model.NBody
            ? id
            : throw new ArgumentException(
                $"The argument 'main_body' is {id}, but the model's bodies are numbered 0 to {model.NBody - 1}. Give "
                + "one of these numbers, or a body's name.",
                nameof(options));
    }

    private double ContactCost()
    {
        RowWriter writer = new(forces);
        writer.AddClipped(Data.CfrcExt, options.ContactForceRange.Low, options.ContactForceRange.High);
        return options.ContactCostWeight * Arithmetic.SumOfSquares<double>(forces);
    }
}
