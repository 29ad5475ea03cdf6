namespace GymSharp.Mujoco.Locomotion;

/// <summary>Inverted pendulum: a cart balances a pole.</summary>
/// <remarks>
/// <para>Observation: place of the cart, angle of the pole, and their speeds. Action: the force on the cart, up to
/// ±3.</para>
/// <para>Reward 1 for every step that does not end the episode (version 4: for that too). Terminates when the pole
/// leans more than 0.2 rad; <c>Gym.Make</c> truncates after 1000 steps. After Barto, Sutton and Anderson, "Neuronlike
/// Adaptive Elements That Can Solve Difficult Learning Control Problems" (1983).</para>
/// </remarks>
public sealed class InvertedPendulumEnv : LocomotionEnv
{
    private const double LargestAngle = 0.2;
    private readonly InvertedPendulumOptions options;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public InvertedPendulumEnv(InvertedPendulumOptions options)
        : this(options, options.LoadModel())
    {
    }

    private InvertedPendulumEnv(InvertedPendulumOptions options, MujocoModel model)
        : base(
            options, model, TaskLayout.Of(model.Nq + model.Nv, options.IsV5 ? ["reward_survive"] : [], [])) =>
        this.options = options;

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        AddUniform(qpos, options.ResetNoiseScale);
        AddUniform(qvel, options.ResetNoiseScale);
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos);
        observation.Add(Simulation.Qvel);
    }

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        bool isUp = Math.Abs(Simulation.Qpos[1]) <= LargestAngle
            && Arithmetic.AllFinite(Simulation.Qpos) && Arithmetic.AllFinite(Simulation.Qvel);
        double reward = isUp || !options.IsV5 ? 1 : 0;
        if (options.IsV5)
        {
            info.Add(reward);
        }

        return (reward, !isUp);
    }
}
