using System.Runtime.CompilerServices;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>MountainCarContinuous: the mountain car with a throttle.</summary>
/// <remarks>
/// <para>Observation: position (−1.2 to 0.6) and velocity (±0.07); from the first step on, they are the state itself,
/// kept as float32 numbers. Action: one number, the throttle; beyond ±1 it drives like ±1 but costs what was
/// asked.</para>
/// <para>Reward −0.1 times the squared action, and 100 at the flag. The episode terminates at position 0.45 or beyond
/// with at least the goal velocity; <c>Gym.Make</c> truncates after 999 steps.</para>
/// <para>Reset options: <c>low</c> and <c>high</c>, the bounds of the first position, −0.6 and −0.4 by default. The
/// state is position and velocity.</para>
/// <para>Moore: "Efficient Memory-based Learning for Robot Control", PhD thesis, University of Cambridge (1990).</para>
/// </remarks>
public sealed class ContinuousMountainCarEnv : ClassicControlEnv<float[]>
{
    private readonly double goalVelocity;
    private MountainCarState<Exact> start;
    private MountainCarState<ExactSingle> state;
    private bool hasState;
    private bool isSingle;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
    /// <param name="renderMode">How <see cref="Env.Render"/> answers.</param>
    public ContinuousMountainCarEnv(double goalVelocity = 0, RenderMode renderMode = RenderMode.None)
        : base(renderMode, MountainCarScene.Width, MountainCarScene.Height)
    {
        this.goalVelocity = goalVelocity;
        ObservationSpace = MountainCarEnv.MakeObservationSpace();
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } = new Box<float>(-1, 1, 1);

    /// <inheritdoc/>
    public override EnvMetadata Metadata => MountainCarEnv.Facts;

    /// <inheritdoc/>
    public override double[]? State => hasState ? [Current.Position, Current.Velocity] : null;

    // The state after a reset is double precision; from the first step on it is single.
    private MountainCarState<Exact> Current => isSingle ? new((double)state.Position, (double)state.Velocity) : start;

    /// <inheritdoc/>
    protected override string ClassName => "Continuous_MountainCarEnv";

    internal static ContinuousMountainCarEnv Create(EnvArguments arguments) =>
        new(arguments.Get("goal_velocity", 0.0), arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        (double low, double high) = ResetBounds.Read(options, MountainCarEnv.StartLow, MountainCarEnv.StartHigh);
        Reseed(seed);
        start = new(Rng.Uniform(low, high), 0.0);
        hasState = true;
        isSingle = false;
        return (Observe((float)start.Position, 0, reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(float[] action, float[]? reuse)
    {
        float throttle = OneNumber(action);
        if (!hasState)
        {
            ThrowResetNeeded();
        }

        bool terminated;
        if (isSingle && Math.Abs(throttle) <= 1)
        {
            state = ContinuousMountainCarDynamics.Step<ExactSingle, bool>(
                state, throttle, isSingle: true, goalVelocity, out terminated);
        }
        else
        {
            state = Narrow(ContinuousMountainCarDynamics.Step<Exact, bool>(
                Current, (double)throttle, isSingle, goalVelocity, out terminated));
            isSingle = true;
        }

        double reward = ContinuousMountainCarDynamics.Reward<Exact, bool>((double)throttle, terminated);
        return new(Observe(state.Position, state.Velocity, reuse), reward, terminated, false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        MountainCarState<Exact> saved = Current;
        sync.Sync(ref saved);
        sync.Sync(ref hasState);
        sync.Sync(ref isSingle);
        sync.Sync(Rng);
        start = saved;
        state = Narrow(saved);
    }

    private protected override void Draw(Canvas canvas) =>
        MountainCarScene.Draw(canvas, Current.Position, ContinuousMountainCarDynamics.GoalPosition);

    private static MountainCarState<ExactSingle> Narrow(in MountainCarState<Exact> wide) =>
        new((float)wide.Position.Value, (float)wide.Velocity.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float[] Observe(float position, float velocity, float[]? reuse)
    {
        float[] observation = Memory(reuse, 2);
        observation[1] = velocity;
        observation[0] = position;
        return observation;
    }
}
