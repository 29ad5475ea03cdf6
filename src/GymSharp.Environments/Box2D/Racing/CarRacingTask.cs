using GymSharp.Physics2D;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>What the races with continuous and with discrete actions have in common.</summary>
/// <typeparam name="TAction"><c>float[]</c> for continuous, <c>int</c> for discrete actions.</typeparam>
public abstract class CarRacingTask<TAction> : Env<byte[], TAction>, IObservesLate<byte[]>
    where TAction : notnull
{
    private const int Side = RacePicture.ObservationSize;
    private const int VideoWidth = 600;
    private const int VideoHeight = 400;
    private static readonly EnvMetadata Facts =
        new([RenderMode.Human, RenderMode.RgbArray], RacingScale.FramesPerSecond);

    private static readonly Info LapFinished = Info.Of("lap_finished", true);
    private static readonly Info LapFailed = Info.Of("lap_finished", false);
    private readonly CarRacingOptions options;
    private readonly RaceView view = new();
    private readonly RacePicture picture = new(Side, Side);
    private RacePicture? video;
    private byte[]? unseen;
    private double returnBefore;
    private double time;

    // What observations show: the return as it was before the step was paid for.
    private double returnShown;
    private bool hasColors;

    private protected CarRacingTask(CarRacingOptions? options)
    {
        this.options = options ?? new CarRacingOptions();
        this.options.Check();
        Simulation = new RaceSimulation(this.options.LapCompletePercent);
    }

    /// <inheritdoc/>
    public sealed override Space<byte[]> ObservationSpace { get; } = new Box<byte>(0, 255, Side, Side, 3);

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode => options.RenderMode;

    /// <inheritdoc/>
    public sealed override EnvMetadata Metadata => Facts;

    /// <inheritdoc/>
    protected sealed override string ClassName => "CarRacing";

    /// <inheritdoc/>
    public bool IsUnobserved { get; set; }

    /// <summary>The world.</summary>
    internal RaceSimulation Simulation { get; }

    /// <summary>A picture of 600 × 400 pixels; null without a render mode and before the first reset.</summary>
    public sealed override Frame? Render()
    {
        if (RenderMode == RenderMode.None || !Simulation.IsStarted)
        {
            return null;
        }

        video ??= new RacePicture(VideoWidth, VideoHeight);
        byte[] pixels = new byte[3 * VideoWidth * VideoHeight];
        Look(Simulation.Return);
        video.Draw(view, Simulation.Road, Simulation.Colors, Simulation.Car.Marks.All, pixels);
        return new Frame(VideoWidth, VideoHeight, pixels);
    }

    /// <inheritdoc/>
    public byte[] Observe(byte[]? reuse)
    {
        RequireStarted();
        byte[] observation = Take(reuse);
        Look(returnShown);
        picture.Draw(view, Simulation.Road, Simulation.Colors, [], observation);
        return observation;
    }

    /// <inheritdoc/>
    protected sealed override (byte[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The option <c>randomize</c> is not a boolean; nothing was
    /// changed.</exception>
    protected sealed override (byte[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, byte[]? reuse)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool randomize = options.Get("randomize", true);
        if (this.options.DomainRandomize && !randomize && !hasColors)
        {
            // Colours that are to stay are those of before the seed.
            Simulation.Colors = RaceColors.Draw(Rng);
        }

        Reseed(seed);
        if (this.options.DomainRandomize && randomize)
        {
            Simulation.Colors = RaceColors.Draw(Rng);
        }

        hasColors = true;

        Simulation.Reset(Rng);
        returnBefore = 0.0;
        time = 0.0;
        if (this.options.Verbose)
        {
            GymLog.Warn($"Track generation: {Simulation.Road.Track.Length}-tiles track");
        }

        Advance();
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected sealed override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref returnBefore);
        sync.Sync(ref time);
        sync.Sync(ref returnShown);
        sync.Sync(ref hasColors);
        Simulation.Sync(sync);
    }

    /// <summary>Takes one step with the given controls.</summary>
    private protected Step<byte[]> Drive(double steering, double gas, double brake, byte[]? reuse)
    {
        Simulation.Car.Control(steering, gas, brake);
        Advance();
        byte[] observation = IsUnobserved ? reuse ?? (unseen ??= Take(null)) : Observe(reuse);
        Simulation.Return -= 0.1;
        double reward = Simulation.Return - returnBefore;
        returnBefore = Simulation.Return;
        Vec2 place = Simulation.Car.Hull.Position;
        if (Math.Abs((double)place.X) > RacingScale.Playfield || Math.Abs((double)place.Y) > RacingScale.Playfield)
        {
            return new(observation, -100, Terminated: true, Truncated: false, LapFailed);
        }

        bool isFinished = Simulation.HasFinishedLap || Simulation.VisitedCount == Simulation.Road.Track.Length;
        return new(observation, reward, isFinished, Truncated: false, isFinished ? LapFinished : Info.Empty);
    }

    /// <summary>Complains about a step without an episode.</summary>
    private protected void RequireStarted()
    {
        if (!Simulation.IsStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }
    }

    private static byte[] Take(byte[]? reuse) =>
        reuse is { Length: 3 * Side * Side } ? reuse : new byte[3 * Side * Side];

    private void Advance()
    {
        Simulation.Step();
        time += 1.0 / RacingScale.FramesPerSecond;
        returnShown = Simulation.Return;
    }

    private void Look(double shown)
    {
        Body hull = Simulation.Car.Hull;
        Vec2 velocity = hull.LinearVelocity;
        view.Hull = hull.Transform;
        view.Angle = hull.Angle;
        view.Speed = Math.Sqrt(((double)velocity.X * velocity.X) + ((double)velocity.Y * velocity.Y));
        view.Gyroscope = hull.AngularVelocity;
        view.Steering = Simulation.Car.Wheels[0].Joint.Angle;
        view.Time = time;
        view.Return = shown;
        for (int i = 0; i < CarShape.Wheels; i++)
        {
            RaceWheel wheel = Simulation.Car.Wheels[i];
            view.Wheels[i] = wheel.Body.Transform;
            view.Phases[i] = wheel.Phase;
            view.Rolling[i] = wheel.Omega;
        }
    }
}
