using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Pendulum: swing a pendulum up and keep it there.</summary>
/// <remarks>
/// <para>Observation: cosine and sine of the angle (0 is upright, counter-clockwise), angular velocity (±8 rad/s).
/// Action: one number, the torque in N m; beyond ±2 it counts as ±2.</para>
/// <para>Reward −(angle² + 0.1 velocity² + 0.001 torque²), the angle between ±π. The episode never terminates;
/// <c>Gym.Make</c> truncates after 200 steps.</para>
/// <para>Reset options: <c>x_init</c> and <c>y_init</c>, the bounds of angle (π by default) and angular velocity (1) in
/// both directions. The state is angle and angular velocity.</para>
/// </remarks>
public sealed class PendulumEnv : ClassicControlEnv<float[]>
{
    internal const double StartAngle = Math.PI;
    internal const double StartVelocity = 1.0;
    internal const double DefaultGravity = 10;
    private static readonly EnvMetadata Facts = new([RenderMode.Human, RenderMode.RgbArray], 30);

    private readonly double gravity;
    private PendulumState<Exact> state;
    private bool hasState;
    private double lastTorque;
    private bool hasTorque;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="gravity">Acceleration of gravity, m/s² (<c>g</c>).</param>
    /// <param name="renderMode">How <see cref="Env.Render"/> answers.</param>
    public PendulumEnv(double gravity = DefaultGravity, RenderMode renderMode = RenderMode.None)
        : base(renderMode, PendulumScene.Size, PendulumScene.Size)
    {
        this.gravity = gravity;
        ObservationSpace = MakeObservationSpace();
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } =
        new Box<float>((float)-PendulumDynamics.MaxTorque, (float)PendulumDynamics.MaxTorque, 1);

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    public override double[]? State => hasState ? [state.Angle, state.AngularVelocity] : null;

    /// <summary>Takes one step with a float64 torque: Gymnasium's result for an action array of that type.</summary>
    /// <param name="torque">In N m; beyond ±2 it counts as ±2.</param>
    /// <returns>What <c>Step</c> gives; the reward differs from a float32 torque's in its last digits.</returns>
    /// <exception cref="InvalidActionException">The torque is not a number; nothing was changed.</exception>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    public Step<float[]> StepDouble(double torque)
    {
        if (double.IsNaN(torque))
        {
            OneNumber([float.NaN]);
        }

        torque = Math.Clamp(torque, -PendulumDynamics.MaxTorque, PendulumDynamics.MaxTorque);
        return Advance(PendulumDynamics.Apply(torque), torque, null);
    }

    internal static Box<float> MakeObservationSpace()
    {
        const float Speed = (float)PendulumDynamics.MaxSpeed;
        return new Box<float>([-1, -1, -Speed], [1, 1, Speed], 3);
    }

    internal static PendulumEnv Create(EnvArguments arguments) =>
        new(arguments.Get("g", DefaultGravity), arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        double angle = ReadBound(options, "x_init", StartAngle);
        double velocity = ReadBound(options, "y_init", StartVelocity);
        Reseed(seed);
        state = new(Rng.Uniform(-angle, angle), Rng.Uniform(-velocity, velocity));
        hasState = true;
        hasTorque = false;
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(float[] action, float[]? reuse)
    {
        const float Largest = (float)PendulumDynamics.MaxTorque;
        float torque = Math.Clamp(OneNumber(action), -Largest, Largest);
        return Advance(PendulumDynamics.Apply(torque), torque, reuse);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref state);
        sync.Sync(ref hasState);
        sync.Sync(ref lastTorque);
        sync.Sync(ref hasTorque);
        sync.Sync(Rng);
    }

    private protected override void Draw(Canvas canvas) =>
        PendulumScene.Draw(canvas, state.Angle, hasTorque ? lastTorque : null);

    private static double ReadBound(ResetOptions options, string name, double fallback)
    {
        double bound = ResetBounds.Number(options, name, fallback);
        return bound >= 0 && double.IsFinite(2 * bound)
            ? bound
            : throw new ArgumentException(
                $"The reset option '{name}' bounds the start in both directions, so it must be a finite number of at "
                + $"least 0, got {bound}.",
                nameof(options));
    }

    private Step<float[]> Advance(in PendulumDynamics.Torque<Exact> effect, double torque, float[]? reuse)
    {
        if (!hasState)
        {
            ThrowResetNeeded();
        }

        lastTorque = torque;
        hasTorque = true;
        state = PendulumDynamics.Step<Exact, bool>(state, effect, gravity, out Exact cost);
        return new(Observe(reuse), -cost, false, false, Info.Empty);
    }

    private float[] Observe(float[]? reuse)
    {
        float[] observation = Memory(reuse, 3);
        (Exact sin, Exact cos) = Exact.SinCos(state.Angle);
        observation[2] = (float)state.AngularVelocity.Value;
        observation[1] = (float)sin.Value;
        observation[0] = (float)cos.Value;
        return observation;
    }
}
