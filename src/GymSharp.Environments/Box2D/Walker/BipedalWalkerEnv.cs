using GymSharp.Physics2D;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>Bipedal walker: four motors in hips and knees carry a hull over 84 metres of ground.</summary>
/// <remarks>
/// <para>Observation, <c>float[24]</c>: angle of the hull, its turning speed, speed x and y; for each leg angle and
/// speed of hip and knee and whether it touches the ground; how far each of ten lidar rays gets. Action: speed and
/// strength of hip and knee of either leg, between −1 and 1.</para>
/// <para>Reward: 130/30 for each metre forward, less for an inclined hull and for torque; −100 for a fall. Terminates
/// with a fall or at the far end; <c>Gym.Make</c> truncates after 1600 steps, 2000 in the hard version.</para>
/// </remarks>
public sealed partial class BipedalWalkerEnv : Env<float[], float[]>, IHasHeuristic<float[], float[]>
{
    private const int ObservationLength = 24;
    private const double SpeedHip = 4;
    private const double SpeedKnee = 6;
    private const double Effort = 0.00035 * MotorTorque;
    private const double MotorTorque = 80;
    private const double Goal = (WalkerScale.TerrainLength - WalkerScale.TerrainGrass) * WalkerScale.TerrainStep;
    private static readonly EnvMetadata Facts =
        new([RenderMode.Human, RenderMode.RgbArray], WalkerScale.FramesPerSecond);

    private WalkerScene? scene;
    private double shapingBefore;
    private bool hasShaping;
    private int steps;
    private AheadState ahead;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="hardcore">Whether stumps, pits and stairs lie in the way.</param>
    /// <param name="renderMode">How <see cref="Render"/> answers.</param>
    public BipedalWalkerEnv(bool hardcore = false, RenderMode renderMode = RenderMode.None)
    {
        RenderMode = renderMode;
        Simulation = new WalkerSimulation(hardcore);
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; } = MakeObservationSpace();

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; } = new Box<float>(-1, 1, WalkerSimulation.Limbs);

    /// <inheritdoc/>
    public override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    protected override string ClassName => "BipedalWalker";

    /// <summary>The world.</summary>
    internal WalkerSimulation Simulation { get; }

    /// <summary>Takes one step with a float64 action: Gymnasium's result for an array of that type.</summary>
    /// <param name="action">Four numbers; beyond ±1 they count as ±1.</param>
    /// <returns>What <c>Step</c> gives; the reward differs from a float32 action's in its last digits.</returns>
    /// <exception cref="InvalidActionException">The action has another length or is not a number.</exception>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    public Step<float[]> StepDouble(ReadOnlySpan<double> action)
    {
        Require(action);
        for (int i = 0; i < action.Length; i++)
        {
            double strength = Math.Min(Math.Abs(action[i]), 1);
            Simulation.Drive(i, (float)(Speed(i) * Math.Sign(action[i])), (float)(MotorTorque * strength));
        }

        float[] observation = Advance(null, out double gain);
        double reward = gain;
        foreach (double part in action)
        {
            reward -= Effort * Math.Min(Math.Abs(part), 1);
        }

        return End(observation, reward);
    }

    /// <inheritdoc/>
    public override Frame? Render()
    {
        if (RenderMode == RenderMode.None || !Simulation.IsStarted)
        {
            return null;
        }

        scene ??= new WalkerScene();
        return scene.Draw(Simulation, steps);
    }

    /// <inheritdoc/>
    public Func<float[], float[]> CreateHeuristic()
    {
        BipedalWalkerHeuristic heuristic = new();
        return observation => Array.ConvertAll(heuristic.Choose(observation), part => (float)part);
    }

    internal static BipedalWalkerEnv FromArguments(EnvArguments arguments) =>
        new(arguments.Get("hardcore", false), arguments.RenderMode);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, float[]? reuse)
    {
        Reseed(seed);
        ahead.Clear();
        Simulation.Reset(Rng);
        hasShaping = false;
        steps = 0;
        for (int i = 0; i < WalkerSimulation.Limbs; i++)
        {
            Simulation.Drive(i, 0, 0);
        }

        return (Advance(reuse, out _), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(float[] action, float[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(action);
        Span<double> exact = stackalloc double[WalkerSimulation.Limbs];
        Require(Widen(action, exact));
        if (!ahead.IsAhead)
        {
            Drive(action);
        }

        // A float32 action makes the reward float32 from the first term on.
        float[] observation = Advance(reuse, out double gain);
        float reward = (float)gain;
        foreach (float part in action)
        {
            reward -= (float)Effort * Math.Min(Math.Abs(part), 1);
        }

        return End(observation, reward);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref shapingBefore);
        sync.Sync(ref hasShaping);
        sync.Sync(ref steps);
        ahead.Clear();
        Simulation.Sync(sync);
    }

    private static double Speed(int joint) => joint % 2 == 0 ? SpeedHip : SpeedKnee;

    private static Box<float> MakeObservationSpace()
    {
        const float Turn = (float)Math.PI;
        float[] low = [-Turn, -5, -5, -5, -Turn, -5, -Turn, -5, -0.0f, -Turn, -5, -Turn, -5, -0.0f];
        float[] high = [Turn, 5, 5, 5, Turn, 5, Turn, 5, 5, Turn, 5, Turn, 5, 5];
        float[] ones = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        return new Box<float>([.. low, .. Array.ConvertAll(ones, one => -one)], [.. high, .. ones]);
    }

    private static ReadOnlySpan<double> Widen(float[] action, Span<double> destination)
    {
        if (action.Length != destination.Length)
        {
            return new double[action.Length];
        }

        for (int i = 0; i < action.Length; i++)
        {
            destination[i] = action[i];
        }

        return destination;
    }

    private void Require(ReadOnlySpan<double> action)
    {
        if (action.Length != WalkerSimulation.Limbs)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {ActionSpace} has {WalkerSimulation.Limbs}. "
                + "Give hip and knee of the first leg, then of the second.");
        }

        for (int i = 0; i < action.Length; i++)
        {
            if (double.IsNaN(action[i]))
            {
                throw new InvalidActionException(
                    $"Number {i} of the action is not a number, so it is not in {ActionSpace}. "
                    + "Give numbers; beyond a bound they count as the bound.");
            }
        }

        if (!Simulation.IsStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }
    }

    private float[] Advance(float[]? reuse, out double gain)
    {
        if (!ahead.Take())
        {
            Simulation.Step();
        }

        steps++;
        float[] observation = reuse is { Length: ObservationLength } ? reuse : new float[ObservationLength];
        Observe(observation);
        Body hull = Simulation.Hull;
        double shaping = 130 * (double)hull.Position.X / WalkerScale.Scale;
        shaping -= 5.0 * Math.Abs((double)hull.Angle);
        gain = hasShaping ? shaping - shapingBefore : 0;
        shapingBefore = shaping;
        hasShaping = true;
        return observation;
    }

    private void Observe(float[] observation)
    {
        Body hull = Simulation.Hull;
        Vec2 velocity = hull.LinearVelocity;
        const double Width = WalkerScale.ViewportWidth / WalkerScale.Scale;
        const double Height = WalkerScale.ViewportHeight / WalkerScale.Scale;
        observation[0] = hull.Angle;
        observation[1] = (float)(2.0 * hull.AngularVelocity / WalkerScale.FramesPerSecond);
        observation[2] = (float)(0.3 * velocity.X * Width / WalkerScale.FramesPerSecond);
        observation[3] = (float)(0.3 * velocity.Y * Height / WalkerScale.FramesPerSecond);
        for (int leg = 0; leg < 2; leg++)
        {
            RevoluteJoint hip = Simulation.Joint(2 * leg);
            RevoluteJoint knee = Simulation.Joint((2 * leg) + 1);
            Span<float> part = observation.AsSpan(4 + (5 * leg), 5);
            part[0] = hip.Angle;
            part[1] = (float)(hip.Speed / SpeedHip);
            part[2] = (float)(knee.Angle + 1.0);
            part[3] = (float)(knee.Speed / SpeedKnee);
            part[4] = Simulation.Touches((2 * leg) + 1) ? 1.0f : 0.0f;
        }

        Simulation.Lidar.Fractions.CopyTo(observation.AsSpan(14));
    }

    private Step<float[]> End(float[] observation, double reward)
    {
        float x = Simulation.Hull.Position.X;
        bool hasFallen = Simulation.HasFallen || x < 0;
        return new(observation, hasFallen ? -100 : reward, hasFallen || x > Goal, Truncated: false, Info.Empty);
    }
}
