using System.Runtime.CompilerServices;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ClassicControl;

/// <summary>MountainCar: a car too weak to climb the hill gathers momentum in the valley.</summary>
/// <remarks>
/// <para>Observation: position (−1.2 to 0.6) and velocity (±0.07), the float32 roundings of the state. Action: 0
/// accelerates to the left, 1 idles, 2 accelerates to the right.</para>
/// <para>Reward −1 per step. The episode terminates at position 0.5 or beyond with at least the goal velocity;
/// <c>Gym.Make</c> truncates after 200 steps.</para>
/// <para>Reset options: <c>low</c> and <c>high</c>, the bounds of the first position, −0.6 and −0.4 by default. The
/// state is position and velocity.</para>
/// <para>Moore: "Efficient Memory-based Learning for Robot Control", PhD thesis, University of Cambridge (1990).</para>
/// </remarks>
public sealed class MountainCarEnv : ClassicControlEnv<int>
{
    internal const double StartLow = -0.6;
    internal const double StartHigh = -0.4;
    internal static readonly EnvMetadata Facts = new([RenderMode.Human, RenderMode.RgbArray], 30);

    private readonly double goalVelocity;
    private MountainCarState<Exact> state;
    private bool hasState;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="goalVelocity">Smallest velocity at the flag that ends the episode.</param>
    /// <param name="renderMode">How <see cref="Env.Render"/> answers.</param>
    public MountainCarEnv(double goalVelocity = 0, RenderMode renderMode = RenderMode.None)
        : base(renderMode, MountainCarScene.Width, MountainCarScene.Height)
    {
        this.goalVelocity = goalVelocity;
        ObservationSpace = MakeObservationSpace();
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(3);

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    public override double[]? State => hasState ? [state.Position, state.Velocity] : null;

    internal static Box<float> MakeObservationSpace()
    {
        const float Speed = (float)MountainCarDynamics.MaxSpeed;
        return new Box<float>(
            [(float)MountainCarDynamics.MinPosition, -Speed], [(float)MountainCarDynamics.MaxPosition, Speed], 2);
    }

    internal static MountainCarEnv Create(EnvArguments arguments) =>
        new(arguments.Get("goal_velocity", 0.0), arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        (double low, double high) = ResetBounds.Read(options, StartLow, StartHigh);
        Reseed(seed);
        state = new(Rng.Uniform(low, high), 0.0);
        hasState = true;
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        if ((uint)action > 2)
        {
            ThrowInvalid(action, "0 to accelerate to the left, 1 to idle or 2 to accelerate to the right");
        }

        if (!hasState)
        {
            ThrowResetNeeded();
        }

        state = MountainCarDynamics.Step<Exact, bool>(state, action - 1);
        bool terminated = MountainCarDynamics.IsOver<Exact, bool>(state, goalVelocity);
        return new(Observe(reuse), -1, terminated, false, Info.Empty);
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
        MountainCarScene.Draw(canvas, state.Position, MountainCarDynamics.GoalPosition);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float[] Observe(float[]? reuse)
    {
        float[] observation = Memory(reuse, 2);
        observation[1] = (float)state.Velocity.Value;
        observation[0] = (float)state.Position.Value;
        return observation;
    }
}
