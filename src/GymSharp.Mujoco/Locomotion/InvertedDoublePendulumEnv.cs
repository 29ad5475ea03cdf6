namespace GymSharp.Mujoco.Locomotion;

/// <summary>Inverted double pendulum: a cart balances two poles, one on the other.</summary>
/// <remarks>
/// <para>Observation: place of the cart, sines and cosines of the two angles, the three speeds and the forces of
/// constraints, these between ±10 (9 numbers; 11 in version 4). Action: the force on the cart.</para>
/// <para>Reward: a bonus, less the distance of the tip from its place above the cart and the speed of the joints.
/// Terminates when the tip is at 1 m or lower; <c>Gym.Make</c> truncates after 1000 steps.</para>
/// </remarks>
public sealed class InvertedDoublePendulumEnv : LocomotionEnv
{
    private const double Bound = 10;
    private const double LowestTip = 1;
    private const double HighestTip = 2;

    private readonly InvertedDoublePendulumOptions options;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public InvertedDoublePendulumEnv(InvertedDoublePendulumOptions options)
        : this(options, options.LoadModel())
    {
    }

    private InvertedDoublePendulumEnv(InvertedDoublePendulumOptions options, MujocoModel model)
        : base(options, model, Layout(options, model)) => this.options = options;

    // Version 5 leaves out the constraints of the poles, which have none.
    private ReadOnlySpan<double> ConstraintForces => Simulation.QfrcConstraint[..(options.IsV5 ? 1 : Model.Nv)];

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddNormal(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        ReadOnlySpan<double> qpos = Simulation.Qpos;
        observation.Add(
            [qpos[0], Math.Sin(qpos[1]), Math.Sin(qpos[2]), Math.Cos(qpos[1]), Math.Cos(qpos[2])]);
        observation.AddClipped(Simulation.Qvel, -Bound, Bound);
        observation.AddClipped(ConstraintForces, -Bound, Bound);
    }

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double x = Simulation.SiteXpos[0];
        double height = Simulation.SiteXpos[2];
        bool terminated = height <= LowestTip;
        double distance = (0.01 * Arithmetic.Square(x)) + Arithmetic.Square(height - HighestTip);
        ReadOnlySpan<double> qvel = Simulation.Qvel;
        double velocity = (1e-3 * Arithmetic.Square(qvel[1])) + (5e-3 * Arithmetic.Square(qvel[2]));
        double survive = terminated && options.IsV5 ? 0 : options.HealthyReward;
        if (options.IsV5)
        {
            info.Add(survive, -distance, -velocity);
        }

        return (survive - distance - velocity, terminated);
    }

    private static TaskLayout Layout(InvertedDoublePendulumOptions options, MujocoModel model) => TaskLayout.Of(
        model.Nq + 2 + model.Nv + (options.IsV5 ? 1 : model.Nv),
        options.IsV5 ? ["reward_survive", "distance_penalty", "velocity_penalty"] : [],
        []);
}
