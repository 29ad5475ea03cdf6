namespace GymSharp.Mujoco.Locomotion;

/// <summary>What both tasks of the humanoid have in common: what it observes and how it starts.</summary>
/// <remarks>
/// Version 4 shows rows of all bodies, those of the world too, which are 0; version 5 leaves the world and the six
/// unmotored coordinates of the root out.
/// </remarks>
public abstract class HumanoidTaskEnv : LocomotionEnv
{
    private const int RootFreedoms = 6;
    private const int InertiaNumbers = 10;
    private const int MotionNumbers = 6;

    private readonly HumanoidTaskOptions options;

    private protected HumanoidTaskEnv(
        HumanoidTaskOptions options, MujocoModel model, InfoNumbers stepInfo, InfoNumbers resetInfo)
        : base(options, model, new TaskLayout(Length(options, model), stepInfo, resetInfo)) => this.options = options;

    private int FirstBody => options.IsV5 ? 1 : 0;

    /// <inheritdoc/>
    private protected sealed override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddUniform(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected sealed override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[(options.ExcludePosition ? 2 : 0)..]);
        observation.Add(Simulation.Qvel);
        if (options.IncludeInertia)
        {
            observation.Add(Simulation.Cinert[(FirstBody * InertiaNumbers)..]);
        }

        if (options.IncludeVelocities)
        {
            observation.Add(Simulation.Cvel[(FirstBody * MotionNumbers)..]);
        }

        if (options.IncludeActuatorForces)
        {
            observation.Add(Simulation.QfrcActuator[(FirstBody * RootFreedoms)..]);
        }

        if (options.IncludeContactForces)
        {
            observation.Add(Data.CfrcExt[(FirstBody * MotionNumbers)..]);
        }
    }

    /// <summary>The cost of controls, in double as the engine holds them.</summary>
    private protected double ControlCost() =>
        options.ControlCostWeight * Arithmetic.SumOfSquares<double>(Simulation.Ctrl);

    /// <summary>The cost of contact forces on all bodies, held between two bounds.</summary>
    private protected double ContactCost(double weight, (double Low, double High) range) =>
        Arithmetic.Clip(weight * Arithmetic.SumOfSquares(Data.CfrcExt), range.Low, range.High);

    /// <summary>Lengths and velocities of the tendons.</summary>
    private protected void WriteTendons(ref RowWriter info)
    {
        info.Add(Simulation.TenLength);
        info.Add(Simulation.TenVelocity);
    }

    private static int Length(HumanoidTaskOptions options, MujocoModel model)
    {
        int bodies = model.NBody - (options.IsV5 ? 1 : 0);
        return model.Nq - (options.ExcludePosition ? 2 : 0) + model.Nv
            + (options.IncludeInertia ? bodies * InertiaNumbers : 0)
            + (options.IncludeVelocities ? bodies * MotionNumbers : 0)
            + (options.IncludeActuatorForces ? model.Nv - (options.IsV5 ? RootFreedoms : 0) : 0)
            + (options.IncludeContactForces ? bodies * MotionNumbers : 0);
    }
}
