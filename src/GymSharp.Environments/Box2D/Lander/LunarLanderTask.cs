using GymSharp.Physics2D;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Environments.Box2D;

/// <summary>What the lunar landers with discrete and with continuous actions have in common.</summary>
/// <typeparam name="TAction"><c>int</c> for discrete, <c>float[]</c> for continuous actions.</typeparam>
public abstract class LunarLanderTask<TAction> : Env<float[], TAction>, IStepsAhead<TAction>, IWorldEnv<TAction>
    where TAction : notnull
{
    private const int ObservationLength = 8;
    private const double HalfWidth = LanderScale.ViewportWidth / LanderScale.Scale / 2;
    private const double HalfHeight = LanderScale.ViewportHeight / LanderScale.Scale / 2;
    private const double RestHeight = LanderTerrain.PadHeight + (18 / LanderScale.Scale);
    private static readonly EnvMetadata Facts =
        new([RenderMode.Human, RenderMode.RgbArray], LanderScale.FramesPerSecond);

    private readonly LunarLanderOptions options;
    private LanderScene? scene;
    private double shapingBefore;
    private bool hasShaping;
    private AheadState ahead;

    private protected LunarLanderTask(LunarLanderOptions? options)
    {
        this.options = options ?? new LunarLanderOptions();
        this.options.Check();
        Simulation = new LanderSimulation(this.options);
    }

    /// <inheritdoc/>
    public sealed override Space<float[]> ObservationSpace { get; } = new Box<float>(
        [-2.5f, -2.5f, -10, -10, (float)(-2 * Math.PI), -10, -0.0f, -0.0f],
        [2.5f, 2.5f, 10, 10, (float)(2 * Math.PI), 10, 1, 1]);

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode => options.RenderMode;

    /// <inheritdoc/>
    public sealed override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    protected sealed override string ClassName => "LunarLander";

    /// <summary>The world.</summary>
    internal LanderSimulation Simulation { get; }

    /// <summary>A picture of 600 × 400 pixels; null without a render mode and before the first reset.</summary>
    public sealed override Frame? Render()
    {
        if (RenderMode == RenderMode.None || !Simulation.IsStarted)
        {
            return null;
        }

        scene ??= new LanderScene();
        return scene.Draw(Simulation);
    }

    /// <inheritdoc/>
    IStepAhead<TAction>? IStepsAhead<TAction>.CreateAhead(IReadOnlyList<Env> envs) => WorldsAhead<TAction>.Of(
        envs, LanderScale.StepLength, LanderScale.VelocityIterations, LanderScale.PositionIterations);

    /// <inheritdoc/>
    World? IWorldEnv<TAction>.BeginStep(TAction action) =>
        Simulation.IsStarted && ThrustOf(action) is { } thrust ? Simulation.Begin(thrust, Rng) : null;

    /// <inheritdoc/>
    void IWorldEnv<TAction>.EndStep(Exception? failure)
    {
        if (failure is null)
        {
            Simulation.End();
        }

        ahead.Set(failure);
    }

    /// <inheritdoc/>
    protected sealed override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected sealed override (float[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, float[]? reuse)
    {
        Reseed(seed);
        ahead.Clear();
        Simulation.Reset(Rng);
        hasShaping = false;
        return (Advance(default, reuse).Observation, Info.Empty);
    }

    /// <inheritdoc/>
    protected sealed override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref shapingBefore);
        sync.Sync(ref hasShaping);
        ahead.Clear();
        Simulation.Sync(sync);
    }

    /// <summary>What the engines do for an action; null for an action that is not in the space.</summary>
    private protected abstract LanderThrust? ThrustOf(TAction action);

    private protected Step<float[]> Advance(in LanderThrust thrust, float[]? reuse)
    {
        if (!ahead.Take())
        {
            Simulation.Step(thrust, Rng);
        }

        Body hull = Simulation.Hull;
        Vec2 velocity = hull.LinearVelocity;
        double x = (hull.Position.X - HalfWidth) / HalfWidth;
        double y = (hull.Position.Y - RestHeight) / HalfHeight;
        double speedX = velocity.X * HalfWidth / LanderScale.FramesPerSecond;
        double speedY = velocity.Y * HalfHeight / LanderScale.FramesPerSecond;
        double angle = hull.Angle;
        double left = Simulation.Touches(0) ? 1.0 : 0.0;
        double right = Simulation.Touches(1) ? 1.0 : 0.0;
        float[] observation = reuse is { Length: ObservationLength } ? reuse : new float[ObservationLength];
        observation[7] = (float)right;
        observation[6] = (float)left;
        observation[5] = (float)(20.0 * hull.AngularVelocity / LanderScale.FramesPerSecond);
        observation[4] = hull.Angle;
        observation[3] = (float)speedY;
        observation[2] = (float)speedX;
        observation[1] = (float)y;
        observation[0] = (float)x;
        double shaping = (-100 * Math.Sqrt((x * x) + (y * y)))
            - (100 * Math.Sqrt((speedX * speedX) + (speedY * speedY)))
            - (100 * Math.Abs(angle))
            + (10 * left)
            + (10 * right);
        double reward = hasShaping ? shaping - shapingBefore : 0;
        shapingBefore = shaping;
        hasShaping = true;
        reward -= thrust.Main * 0.30;
        reward -= thrust.Side * 0.03;
        return End(observation, reward, Math.Abs(x) >= 1.0);
    }

    private Step<float[]> End(float[] observation, double reward, bool isOutside)
    {
        if (!Simulation.Hull.IsAwake)
        {
            return new(observation, 100, Terminated: true, Truncated: false, Info.Empty);
        }

        return Simulation.HasCrashed || isOutside
            ? new(observation, -100, Terminated: true, Truncated: false, Info.Empty)
            : new(observation, reward, Terminated: false, Truncated: false, Info.Empty);
    }
}
