using GymSharp.Mujoco.Rendering;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Mujoco;

/// <summary>
/// What the goal environments have in common: observations of a state, a goal achieved and a goal wanted, and a reward
/// that follows from the goals.
/// </summary>
public abstract class GoalEnv : Env<DictValue, float[]>, IGoalEnv, IMujocoScene
{
    private readonly MujocoData data;
    private readonly ScenePictures pictures;
    private readonly int observationLength;
    private readonly int mark;
    private readonly double[] goal;
    private bool isStarted;

    private protected GoalEnv(GoalOptions options, MujocoModel model, GoalLayout layout)
    {
        Reward = options.Reward;
        RenderMode = options.RenderMode;
        View = options.View;
        Model = model;
        data = new MujocoData(model);
        pictures = new ScenePictures(this, RenderMode);
        mark = model.SiteId(layout.Mark);
        goal = new double[layout.GoalLength];
        observationLength = layout.ObservationLength;
        Metadata = new EnvMetadata(ScenePictures.Modes, layout.RenderFps);
        ActionSpace = new Box<float>(-1, 1, layout.ActionLength);
        ObservationSpace = new DictSpace(
            (IGoalEnv.AchievedGoalKey, Numbers(layout.GoalLength)),
            (IGoalEnv.DesiredGoalKey, Numbers(layout.GoalLength)),
            (IGoalEnv.ObservationKey, Numbers(layout.ObservationLength)));
    }

    /// <inheritdoc/>
    public sealed override Space<DictValue> ObservationSpace { get; }

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

    /// <summary>How it pays.</summary>
    public GoalReward Reward { get; }

    /// <inheritdoc/>
    public int GoalLength => goal.Length;

    /// <summary>The goal wanted.</summary>
    public ReadOnlySpan<double> DesiredGoal => goal;

    /// <inheritdoc/>
    public abstract double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <inheritdoc/>
    public abstract bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <inheritdoc/>
    public abstract bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <inheritdoc/>
    public sealed override Frame? Render()
    {
        if (isStarted)
        {
            // The model is shared, so the mark of the goal is moved in this simulation, where nothing reads it but
            // pictures.
            PlaceMark(data.Array("site_xpos").As<double>().Slice(3 * mark, 3), goal);
        }

        return pictures.Take(isStarted);
    }

    /// <summary>The distance of two points.</summary>
    private protected static double Distance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    /// <inheritdoc/>
    protected sealed override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected sealed override (DictValue Observation, Info Info) OnReset(
        ulong? seed, ResetOptions options, DictValue? reuse)
    {
        Prepare(options);
        Reseed(seed);
        isStarted = false;
        Start(goal);
        isStarted = true;
        DictValue observation = Observe(reuse, out ReadOnlySpan<double> achieved);
        return (observation, Describe(IsSuccess(achieved, goal), isReset: true));
    }

    /// <inheritdoc/>
    protected sealed override Step<DictValue> OnStep(float[] action, DictValue? reuse)
    {
        Require(action);
        Span<float> bounded = stackalloc float[action.Length];
        for (int i = 0; i < action.Length; i++)
        {
            bounded[i] = Math.Clamp(action[i], -1, 1);
        }

        // A step that fails leaves a simulation that cannot go on.
        isStarted = false;
        Act(bounded);
        isStarted = true;
        DictValue observation = Observe(reuse, out ReadOnlySpan<double> achieved);
        double reward = ComputeReward(achieved, goal);
        bool terminated = ComputeTerminated(achieved, goal);
        Info info = Describe(IsSuccess(achieved, goal), isReset: false);
        AfterStep(achieved, goal);
        return new(observation, reward, terminated, Truncated: false, info);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(Rng);
        sync.Sync(ref isStarted);
        sync.Sync(goal.AsSpan());
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

    /// <summary>Reads the options of a reset, before anything is changed.</summary>
    private protected virtual void Prepare(ResetOptions options)
    {
    }

    /// <summary>Draws the first state of an episode and its goal.</summary>
    private protected abstract void Start(Span<double> desired);

    /// <summary>Moves the simulation.</summary>
    /// <param name="action">The action, between −1 and 1.</param>
    private protected abstract void Act(ReadOnlySpan<float> action);

    /// <summary>Writes the present state and the goal achieved.</summary>
    private protected abstract void Observe(Span<double> observation, Span<double> achieved);

    /// <summary>The info of a step or reset.</summary>
    private protected abstract Info Describe(bool isSuccess, bool isReset);

    /// <summary>What happens once a step was observed and paid.</summary>
    private protected virtual void AfterStep(ReadOnlySpan<double> achieved, Span<double> desired)
    {
    }

    /// <summary>Says where a picture shows the goal.</summary>
    private protected abstract void PlaceMark(Span<double> place, ReadOnlySpan<double> desired);

    private static Box<double> Numbers(int length) => new(double.NegativeInfinity, double.PositiveInfinity, length);

    private DictValue Observe(DictValue? reuse, out ReadOnlySpan<double> achieved)
    {
        double[] state = Memory(reuse, IGoalEnv.ObservationKey, observationLength);
        double[] reached = Memory(reuse, IGoalEnv.AchievedGoalKey, goal.Length);
        double[] wanted = Memory(reuse, IGoalEnv.DesiredGoalKey, goal.Length);
        Observe(state, reached);
        goal.CopyTo(wanted, 0);
        achieved = reached;
        return reuse is not null
            && Holds(reuse, IGoalEnv.ObservationKey, state)
            && Holds(reuse, IGoalEnv.AchievedGoalKey, reached)
            && Holds(reuse, IGoalEnv.DesiredGoalKey, wanted)
            ? reuse
            : new DictValue(
                (IGoalEnv.AchievedGoalKey, reached),
                (IGoalEnv.DesiredGoalKey, wanted),
                (IGoalEnv.ObservationKey, state));
    }

    private static double[] Memory(DictValue? reuse, string key, int length) =>
        reuse is not null && reuse.TryGetValue(key, out object? value) && value is double[] numbers
        && numbers.Length == length
            ? numbers
            : new double[length];

    private static bool Holds(DictValue value, string key, double[] numbers) =>
        value.Count == 3 && value.TryGetValue(key, out object? held) && ReferenceEquals(held, numbers);

    private void Require(float[] action)
    {
        ArgumentNullException.ThrowIfNull(action);
        int length = ((Box<float>)ActionSpace).Shape[0];
        if (action.Length != length)
        {
            throw new InvalidActionException(
                $"The action has {action.Length} numbers, {ActionSpace} has {length}. Give that many.");
        }

        foreach (float part in action)
        {
            if (float.IsNaN(part))
            {
                throw new InvalidActionException(
                    $"The action holds a value that is not a number, so it is not in {ActionSpace}. Give numbers; "
                    + "beyond a bound they count as the bound.");
            }
        }

        if (!isStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }
    }
}
