using GymSharp.Mujoco.Rendering;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>
/// What Gymnasium's MuJoCo tasks have in common: the order of calls to the engine, and when numbers are read.
/// </summary>
/// <remarks>
/// <para>After the physics steps of a step nothing is refreshed: positions of bodies, tendons and forces are those of
/// the engine's last evaluation, one substep behind <c>qpos</c>. Observations and rewards depend on that.</para>
/// <para>Actions are not clipped: the engine limits the torque by itself, costs see the action as it is.</para>
/// </remarks>
public abstract class LocomotionEnv : Env<double[], float[]>, IMujocoScene
{
    private readonly MujocoData data;
    private readonly ScenePictures pictures;
    private readonly InfoNumbers stepInfo;
    private readonly InfoNumbers resetInfo;
    private readonly int observationLength;
    private readonly int frameSkip;
    private bool isStarted;
    private bool owesForces;

    private protected LocomotionEnv(LocomotionOptions options, MujocoModel model, TaskLayout layout)
    {
        RenderMode = options.RenderMode;
        View = options.View;
        Model = model;
        data = new MujocoData(model);
        pictures = new ScenePictures(this, options.RenderMode);
        frameSkip = options.FrameSkip;
        observationLength = layout.ObservationLength;
        stepInfo = layout.StepInfo;
        resetInfo = layout.ResetInfo;
        Duration = model.Timestep * frameSkip;
        Metadata = new EnvMetadata(ScenePictures.Modes, (int)Math.Round(1.0 / Duration));
        ObservationSpace = new Box<double>(double.NegativeInfinity, double.PositiveInfinity, observationLength);
        ActionSpace = Controls.SpaceOf(model);
    }

    /// <inheritdoc/>
    public sealed override Space<double[]> ObservationSpace { get; }

    /// <inheritdoc/>
    public sealed override Space<float[]> ActionSpace { get; }

    /// <inheritdoc/>
    public sealed override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public sealed override EnvMetadata Metadata { get; }

    /// <inheritdoc/>
    public MujocoModel Model { get; }

    /// <inheritdoc/>
    public MujocoData Data
    {
        get
        {
            if (owesForces)
            {
                data.RnePostConstraint();
                owesForces = false;
            }

            return data;
        }
    }

    /// <inheritdoc/>
    public ViewOptions View { get; }

    /// <summary>Simulated seconds of a step (<c>dt</c>).</summary>
    public double Duration { get; }

    /// <inheritdoc/>
    public sealed override Frame? Render() => pictures.Take(isStarted);

    /// <inheritdoc/>
    protected sealed override (double[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected sealed override (double[] Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, double[]? reuse)
    {
        Reseed(seed);
        isStarted = false;
        owesForces = false;
        data.Reset();
        Start(data.Qpos, data.Qvel);
        data.Forward();
        isStarted = true;
        double[] observation = Memory(reuse);
        RowWriter writer = new(observation);
        Observe(ref writer);
        RowWriter info = new(resetInfo.Values);
        Describe(ref info);
        return (observation, InfoFor(reuse, resetInfo));
    }

    /// <inheritdoc/>
    protected sealed override Step<double[]> OnStep(float[] action, double[]? reuse)
    {
        Controls.Require(action, ActionSpace);
        if (!isStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }

        Remember();
        Controls.Apply(action, data);

        // A step that fails leaves a simulation that cannot go on.
        isStarted = false;
        data.Step(frameSkip);
        owesForces = true;
        isStarted = true;
        double[] observation = Memory(reuse);
        RowWriter writer = new(observation);
        Observe(ref writer);
        RowWriter info = new(stepInfo.Values);
        (double reward, bool terminated) = Judge(action, ref info);
        return new(observation, reward, terminated, Truncated: false, InfoFor(reuse, stepInfo));
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref isStarted);
        Data.Sync(sync);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pictures.Dispose();
            data.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// The simulation without <see cref="MujocoData.Cacc"/>, <see cref="MujocoData.CfrcInt"/> and
    /// <see cref="MujocoData.CfrcExt"/>: deriving them takes up to a twentieth of a step, and most tasks read none.
    /// </summary>
    private protected MujocoData Simulation => data;

    /// <summary>Draws the first state of an episode.</summary>
    /// <param name="qpos">Positions, which are the model's first ones.</param>
    /// <param name="qvel">Velocities, which are 0.</param>
    private protected abstract void Start(Span<double> qpos, Span<double> qvel);

    /// <summary>Writes the observation of the present state.</summary>
    private protected abstract void Observe(ref RowWriter observation);

    /// <summary>Writes the info of a reset.</summary>
    private protected virtual void Describe(ref RowWriter info)
    {
    }

    /// <summary>Notes what the reward needs from before a step.</summary>
    private protected virtual void Remember()
    {
    }

    /// <summary>Pays for a step that was made, and writes its info.</summary>
    private protected abstract (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info);

    /// <summary>Adds uniform noise between ±<paramref name="scale"/>.</summary>
    private protected void AddUniform(Span<double> values, double scale)
    {
        foreach (ref double value in values)
        {
            value += Rng.Uniform(-scale, scale);
        }
    }

    /// <summary>Adds normal noise of a standard deviation.</summary>
    private protected void AddNormal(Span<double> values, double scale)
    {
        foreach (ref double value in values)
        {
            value += scale * Rng.StandardNormal();
        }
    }

    // Who gives memory for the observation wants nothing allocated.
    private static Info InfoFor(double[]? reuse, InfoNumbers numbers) =>
        reuse is null ? numbers.Snapshot() : numbers.Live;

    private double[] Memory(double[]? reuse) =>
        reuse is not null && reuse.Length == observationLength ? reuse : new double[observationLength];
}
