namespace GymSharp.Mujoco.Locomotion;

/// <summary>Half cheetah: six motors in two legs make a flat animal run.</summary>
/// <remarks>
/// <para>Observation: height and pitch of the trunk, angles of the joints, all velocities (17 numbers). Action: one
/// number per motor.</para>
/// <para>Reward: speed in x less squared controls. Never terminates; <c>Gym.Make</c> truncates after 1000 steps. After
/// Wawrzyński, "A Cat-Like Robot Real-Time Learning to Run" (2009).</para>
/// </remarks>
public sealed class HalfCheetahEnv : LocomotionEnv
{
    private readonly HalfCheetahOptions options;
    private double xBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public HalfCheetahEnv(HalfCheetahOptions options)
        : this(options, options.LoadModel())
    {
    }

    private HalfCheetahEnv(HalfCheetahOptions options, MujocoModel model)
        : base(options, model, Layout(options, model)) => this.options = options;

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddNormal(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[(options.ExcludePosition ? 1 : 0)..]);
        observation.Add(Simulation.Qvel);
    }

    /// <inheritdoc/>
    private protected override void Remember() => xBefore = Simulation.Qpos[0];

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double x = Simulation.Qpos[0];
        double velocity = (x - xBefore) / Duration;
        double forward = options.ForwardRewardWeight * velocity;
        double control = Arithmetic.ControlCost(options.ControlCostWeight, action);
        info.Add(x, velocity, forward, -control);
        return (forward - control, false);
    }

    /// <inheritdoc/>
    private protected override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.Add(Simulation.Qpos[0]);
        }
    }

    private static TaskLayout Layout(HalfCheetahOptions options, MujocoModel model) => TaskLayout.Of(
        model.Nq - (options.ExcludePosition ? 1 : 0) + model.Nv,
        ["x_position", "x_velocity", options.IsV5 ? "reward_forward" : "reward_run", "reward_ctrl"],
        options.IsV5 ? ["x_position"] : []);
}
