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
    // Beyond this the engine takes a control for a failure and resets its state, mjMAXVAL.
    private const float LargestControl = 1e10f;

    private readonly MujocoData data;
    private readonly ScenePictures pictures;
    private readonly InfoNumbers stepInfo;
    private readonly InfoNumbers resetInfo;
    private readonly int observationLength;
    private readonly int frameSkip;
    private bool isStarted;

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
        ActionSpace = ControlSpace(model);
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
    public MujocoData Data => data;

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
        Require(action);
        Remember();
        Span<double> control = data.Ctrl;
        for (int i = 0; i < control.Length; i++)
        {
            control[i] = action[i];
        }

        // A step that fails leaves a simulation that cannot go on.
        isStarted = false;
        data.Step(frameSkip);
        data.RnePostConstraint();
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
        data.Sync(sync);
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

    private static Box<float> ControlSpace(MujocoModel model)
    {
        ReadOnlySpan<double> range = model.ActuatorControlRange;
        float[] low = new float[model.Nu];
        float[] high = new float[model.Nu];
        for (int i = 0; i < low.Length; i++)
        {
            (low[i], high[i]) = ((float)range[2 * i], (float)range[(2 * i) + 1]);
        }

        return new Box<float>(low, high);
    }

    // Who gives memory for the observation wants nothing allocated.
    private static Info InfoFor(double[]? reuse, InfoNumbers numbers) =>
        reuse is null ? numbers.Snapshot() : numbers.Live;

    private double[] Memory(double[]? reuse) =>
        reuse is not null && reuse.Length == observationLength ? reuse : new double[observationLength];

    private void Require(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (action.Length != Model.Nu)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {ActionSpace} has {Model.Nu}. Give one for each actuator.");
        }

        foreach (float control in action)
        {
            if (!(Math.Abs(control) <= LargestControl))
            {
                ThrowBad(control);
            }
        }

        if (!isStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }
    }

    private void ThrowBad(float control) => throw new InvalidActionException(
        $"The action holds {control}, which no motor can do; {ActionSpace} was expected. Give finite numbers; beyond a "
        + "bound the torque is that of the bound.");
}
