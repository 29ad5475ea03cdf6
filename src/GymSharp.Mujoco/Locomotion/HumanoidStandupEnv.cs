namespace GymSharp.Mujoco.Locomotion;

/// <summary>Humanoid standup: the humanoid lies on its back and is to rise.</summary>
/// <remarks>
/// <para>Observation and action are those of <see cref="HumanoidEnv"/>.</para>
/// <para>Reward: height of the torso over the time of a physics step, less squared controls and contact forces, plus 1.
/// Never terminates; <c>Gym.Make</c> truncates after 1000 steps. After Tassa, Erez and Todorov, "Synthesis and
/// Stabilization of Complex Behaviors through Online Trajectory Optimization" (2012).</para>
/// </remarks>
public sealed class HumanoidStandupEnv : HumanoidTaskEnv
{
    private readonly HumanoidStandupOptions options;
    private readonly double timestep;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public HumanoidStandupEnv(HumanoidStandupOptions options)
        : this(options, options.LoadModel())
    {
    }

    private HumanoidStandupEnv(HumanoidStandupOptions options, MujocoModel model)
        : base(options, model, StepInfo(options, model), ResetInfo(options, model))
    {
        this.options = options;
        timestep = model.Timestep;
    }

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double up = Simulation.Qpos[2] / timestep;
        double control = ControlCost();
        double impact = ContactCost(options.ImpactCostWeight, options.ImpactCostRange);
        Describe(ref info);
        info.Add(up, -control, -impact);
        return (up - control - impact + 1, false);
    }

    /// <inheritdoc/>
    private protected override void Describe(ref RowWriter info)
    {
        if (options.IsV5)
        {
            info.Add(Simulation.Qpos[..2]);
            info.Add(Simulation.Qpos[2] - Model.Qpos0[2]);
            WriteTendons(ref info);
        }
    }

    private static InfoNumbers ResetInfo(HumanoidStandupOptions options, MujocoModel model) =>
        options.IsV5 ? new(Place(model)) : new();

    private static InfoNumbers StepInfo(HumanoidStandupOptions options, MujocoModel model) => new([
        .. options.IsV5 ? Place(model) : [],
        ("reward_linup", null), ("reward_quadctrl", null), ("reward_impact", null),
    ]);

    private static (string Key, int? Length)[] Place(MujocoModel model) =>
    [
        ("x_position", null), ("y_position", null), ("z_distance_from_origin", null),
        ("tendon_length", model.NTendon), ("tendon_velocity", model.NTendon),
    ];
}
