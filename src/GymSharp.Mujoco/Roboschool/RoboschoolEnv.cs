using GymSharp.Mujoco.Rendering;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Mujoco.Roboschool;

/// <summary>A walker of Roboschool on MuJoCo: run towards an aim a kilometre ahead.</summary>
/// <remarks>
/// <para>Observation, float32, between ±5: height of the torso; sine and cosine of the angle to the aim; velocity of
/// the torso seen from it, × 0.3; roll and pitch; for each joint its place in its range (−1 to 1) and its speed × 0.1;
/// which feet touched the floor before this step. Action: one number between ±1 per motor.</para>
/// <para>Reward: a bonus for standing, the speed towards the aim, less the power and the torque of motors, joints at
/// their limits and feet that touch anything but the floor; the info names the parts. Terminates with a fall;
/// <c>Gym.Make</c> truncates after 1000 steps.</para>
/// <para>Roboschool ran on Bullet: results are not comparable number by number. Facts: openai/roboschool (MIT).</para>
/// </remarks>
public sealed class RoboschoolEnv : Env<float[], float[]>, IMujocoScene
{
    private const int FrameSkip = 4;
    private const double StartNoise = 0.1;
    private const double LargestObservation = 5;
    private const double PowerCost = -2.0;
    private const double TorqueCost = -0.1;
    private const double LimitCost = -0.2;
    private const double CollisionCost = -1.0;
    private const double NearLimit = 0.99;

    private readonly RoboschoolTask task;
    private readonly WalkerJoints joints;
    private readonly WalkerFeet feet;
    private readonly ScenePictures pictures;
    private readonly InfoNumbers info =
        new(
            ("reward_alive", null), ("reward_progress", null), ("reward_electricity", null),
            ("reward_joints_at_limit", null), ("reward_feet_collision", null));

    private readonly int torso;
    private readonly double[] row;
    private double referenceHeight;
    private double distance;
    private bool isStarted;

    internal RoboschoolEnv(RoboschoolTask task, ViewOptions view, RenderMode renderMode)
    {
        this.task = task;
        View = view;
        RenderMode = renderMode;
        Model = RoboschoolModel.Shared(task);
        Data = new MujocoData(Model);
        pictures = new ScenePictures(this, renderMode);
        torso = Model.BodyId("torso");
        joints = new WalkerJoints(Model, task.Motors);
        feet = new WalkerFeet(Model, task.Feet);
        row = new double[8 + (2 * joints.Count) + feet.Count];
        Duration = Model.Timestep * FrameSkip;
        Metadata = new EnvMetadata(ScenePictures.Modes, (int)Math.Round(1.0 / Duration));
        ObservationSpace = new Box<float>(float.NegativeInfinity, float.PositiveInfinity, row.Length);
        ActionSpace = Controls.SpaceOf(Model);
    }

    /// <inheritdoc/>
    public override Space<float[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<float[]> ActionSpace { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; }

    /// <inheritdoc/>
    public MujocoModel Model { get; }

    /// <inheritdoc/>
    public MujocoData Data { get; }

    /// <inheritdoc/>
    public ViewOptions View { get; }

    /// <summary>Simulated seconds of a step.</summary>
    public double Duration { get; }

    /// <inheritdoc/>
    protected override string ClassName => task.Name;

    /// <inheritdoc/>
    public override Frame? Render() => pictures.Take(isStarted);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, float[]? reuse)
    {
        Reseed(seed);
        isStarted = false;
        Data.Reset();
        joints.Place(Data, Rng, StartNoise);
        if (task.YawSpread > 0)
        {
            double yaw = Rng.Uniform(-task.YawSpread, task.YawSpread);
            Span<double> orientation = Data.Qpos.Slice(3, 4);
            orientation.Clear();
            (orientation[0], orientation[3]) = (Math.Cos(yaw / 2), Math.Sin(yaw / 2));
        }

        Data.Forward();
        isStarted = true;
        feet.Clear();
        WalkerPose pose = WalkerPose.Of(Data, torso, joints.Ids);
        referenceHeight = task.ReferenceHeight ?? pose.Height;
        distance = pose.TargetDistance;
        Measure(pose);
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<float[]> OnStep(float[] action, float[]? reuse)
    {
        Controls.Require(action, ActionSpace);
        if (!isStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }

        // A step that fails leaves a simulation that cannot go on.
        isStarted = false;
        Controls.Apply(action, Data);
        Data.Step(FrameSkip);

        // Bullet tells of the present state, MuJoCo of the one before the last integration.
        Data.Forward();
        isStarted = true;
        WalkerPose pose = WalkerPose.Of(Data, torso, joints.Ids);
        Measure(pose);
        bool isAlive = task.IsAlive(pose.Height, pose.Pitch, feet.Touches);
        double reward = Pay(action, pose, isAlive);
        Info parts = reuse is null ? info.Snapshot() : info.Live;
        return new(Observe(reuse), reward, !isAlive, Truncated: false, parts);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref isStarted);
        sync.Sync(ref referenceHeight);
        sync.Sync(ref distance);
        sync.Sync(feet.Touches.AsSpan());
        Data.Sync(sync);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pictures.Dispose();
            Data.Dispose();
        }

        base.Dispose(disposing);
    }

    // The feet are those of before; they are looked at after the reward.
    private void Measure(in WalkerPose pose)
    {
        (double vx, double vy, double vz) = Velocity(pose.Yaw);
        row[0] = pose.Height - referenceHeight;
        row[1] = Math.Sin(pose.TargetAngle);
        row[2] = Math.Cos(pose.TargetAngle);
        row[3] = 0.3 * vx;
        row[4] = 0.3 * vy;
        row[5] = 0.3 * vz;
        row[6] = pose.Roll;
        row[7] = pose.Pitch;
        joints.Measure(Data, row.AsSpan(8));
        for (int i = 0; i < feet.Count; i++)
        {
            row[8 + (2 * joints.Count) + i] = feet.Touches[i] ? 1 : 0;
        }
    }

    private double Pay(ReadOnlySpan<float> action, in WalkerPose pose, bool isAlive)
    {
        double power = 0;
        double torque = 0;
        int atLimit = 0;
        for (int i = 0; i < action.Length; i++)
        {
            power += Math.Abs(action[i] * row[9 + (2 * i)]);
            torque += (double)action[i] * action[i];
            atLimit += Math.Abs(row[8 + (2 * i)]) > NearLimit ? 1 : 0;
        }

        double alive = isAlive ? task.AliveBonus : -1;
        double progress = (distance - pose.TargetDistance) / Duration;
        double electricity = task.CostFactor * ((PowerCost * power) + (TorqueCost * torque)) / action.Length;
        double limits = LimitCost * atLimit;
        double collisions = CollisionCost * feet.Look(Data);
        distance = pose.TargetDistance;
        ReadOnlySpan<double> parts = [alive, progress, electricity, limits, collisions];
        parts.CopyTo(info.Values);
        return alive + progress + electricity + limits + collisions;
    }

    private float[] Observe(float[]? reuse)
    {
        float[] observation = reuse is not null && reuse.Length == row.Length ? reuse : new float[row.Length];
        for (int i = 0; i < row.Length; i++)
        {
            observation[i] = (float)Math.Clamp(row[i], -LargestObservation, LargestObservation);
        }

        return observation;
    }

    // Of the torso's centre of mass, in axes that turn with the yaw. The engine tells it about the centre of the tree.
    private (double X, double Y, double Z) Velocity(double yaw)
    {
        ReadOnlySpan<double> motion = Data.Cvel.Slice(6 * torso, 6);
        ReadOnlySpan<double> place = Data.Xipos.Slice(3 * torso, 3);
        ReadOnlySpan<double> centre = Data.SubtreeCom.Slice(3 * Model.BodyRoot[torso], 3);
        double x = place[0] - centre[0], y = place[1] - centre[1], z = place[2] - centre[2];
        double vx = motion[3] + (motion[1] * z) - (motion[2] * y);
        double vy = motion[4] + (motion[2] * x) - (motion[0] * z);
        double vz = motion[5] + (motion[0] * y) - (motion[1] * x);
        (double sine, double cosine) = Math.SinCos(-yaw);
        return ((cosine * vx) - (sine * vy), (sine * vx) + (cosine * vy), vz);
    }
}
