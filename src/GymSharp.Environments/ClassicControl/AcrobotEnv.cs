using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Acrobot: swing the free end of two links above a line by a motor in the joint between them.</summary>
/// <remarks>
/// <para>Observation: cosine and sine of the first angle (0 hangs down), cosine and sine of the second against the
/// first, both angular velocities (±4π and ±9π rad/s). Action: 0, 1 or 2 for a torque of −1, 0 or 1 N m.</para>
/// <para>Reward −1 per step, 0 for the one that ends the episode. It terminates when the free end is more than 1 m
/// above the fixed joint; <c>Gym.Make</c> truncates after 500 steps.</para>
/// <para>Reset options: <c>low</c> and <c>high</c>, the bounds from which all four numbers are drawn, ±0.1 by default.
/// The state is both angles, then both velocities.</para>
/// <para>Sutton: "Generalization in Reinforcement Learning: Successful Examples Using Sparse Coarse Coding",
/// Advances in Neural Information Processing Systems 8 (1996).</para>
/// </remarks>
public sealed class AcrobotEnv : ClassicControlEnv<int>
{
    internal const double StartBound = 0.1;
    private static readonly EnvMetadata Facts = new([RenderMode.Human, RenderMode.RgbArray], 15);

    private AcrobotParameters parameters;
    private AcrobotDynamics dynamics;
    private double[] torques;
    private AcrobotState<Exact> state;
    private bool hasState;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="parameters">Lengths, masses and limits; null for those of Acrobot-v1.</param>
    /// <param name="renderMode">How <see cref="Env.Render"/> answers.</param>
    public AcrobotEnv(AcrobotParameters? parameters = null, RenderMode renderMode = RenderMode.None)
        : base(renderMode, AcrobotScene.Size, AcrobotScene.Size)
    {
        this.parameters = parameters ?? AcrobotParameters.Default;
        dynamics = new AcrobotDynamics(this.parameters);
        torques = ReadTorques(this.parameters);
        ObservationSpace = MakeObservationSpace(this.parameters);
    }

    /// <summary>
    /// Lengths, masses and limits; may be replaced at any time. The observation space stays as it was made.
    /// </summary>
    /// <exception cref="ArgumentException">There are not exactly three torques; nothing was changed.</exception>
    public AcrobotParameters Parameters
    {
        get => parameters;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            torques = ReadTorques(value);
            dynamics = new AcrobotDynamics(value);
            parameters = value;
        }
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(3);

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    public override double[]? State => hasState
        ? [state.Angle1, state.Angle2, state.Velocity1, state.Velocity2]
        : null;

    internal static Box<float> MakeObservationSpace(AcrobotParameters parameters)
    {
        float[] high = [1, 1, 1, 1, (float)parameters.MaxVelocity1, (float)parameters.MaxVelocity2];
        return new Box<float>([-1, -1, -1, -1, -high[4], -high[5]], high, 6);
    }

    internal static AcrobotEnv Create(EnvArguments arguments) => new(null, arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        (double low, double high) = ResetBounds.Read(options, -StartBound, StartBound);
        Reseed(seed);
        state = new(Draw(low, high), Draw(low, high), Draw(low, high), Draw(low, high));
        hasState = true;

        // NumPy computes these from float32 angles, by a polynomial of its own.
        float angle1 = (float)state.Angle1.Value;
        float angle2 = (float)state.Angle2.Value;
        float[] observation = Memory(reuse, 6);
        observation[5] = (float)state.Velocity2.Value;
        observation[4] = (float)state.Velocity1.Value;
        observation[3] = SingleTrigonometry.Sin(angle2);
        observation[2] = SingleTrigonometry.Cos(angle2);
        observation[1] = SingleTrigonometry.Sin(angle1);
        observation[0] = SingleTrigonometry.Cos(angle1);
        return (observation, Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        if ((uint)action > 2)
        {
            ThrowInvalid(action, "0, 1 or 2 for a negative, no or a positive torque");
        }

        if (!hasState)
        {
            ThrowResetNeeded();
        }

        double torque = torques[action];
        if (parameters.TorqueNoiseMax > 0)
        {
            torque += Rng.Uniform(-parameters.TorqueNoiseMax, parameters.TorqueNoiseMax);
        }

        state = dynamics.Step<Exact, bool>(state, torque);
        (Exact sin1, Exact cos1) = Exact.SinCos(state.Angle1);
        (Exact sin2, Exact cos2) = Exact.SinCos(state.Angle2);
        bool terminated = AcrobotDynamics.IsOver<Exact, bool>(state, cos1);
        float[] observation = Memory(reuse, 6);
        observation[5] = (float)state.Velocity2.Value;
        observation[4] = (float)state.Velocity1.Value;
        observation[3] = (float)sin2.Value;
        observation[2] = (float)cos2.Value;
        observation[1] = (float)sin1.Value;
        observation[0] = (float)cos1.Value;
        return new(observation, terminated ? 0 : -1, terminated, false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref state);
        sync.Sync(ref hasState);
        sync.Sync(Rng);
    }

    private protected override void Draw(Canvas canvas) =>
        AcrobotScene.Draw(canvas, state.Angle1, state.Angle2, parameters);

    private static double[] ReadTorques(AcrobotParameters parameters) => parameters.Torques.Count == 3
        ? [.. parameters.Torques]
        : throw new ArgumentException(
            $"An acrobot has three actions and needs one torque for each, got {parameters.Torques.Count}.",
            nameof(parameters));

    // The state is kept as float32 until the first step.
    private Exact Draw(double low, double high) => (float)Rng.Uniform(low, high);
}
