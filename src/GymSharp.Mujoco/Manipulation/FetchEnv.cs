using GymSharp.Spaces;

namespace GymSharp.Mujoco.Manipulation;

/// <summary>An arm with seven joints and a gripper before a table: reach, push, slide, pick and place.</summary>
/// <remarks>
/// <para>Observation, a dictionary: <c>observation</c>, <c>double[10]</c> for reach (hand, fingers, velocity of the
/// hand, of the fingers) and <c>double[25]</c> for the others (hand, object, object from the hand, fingers, the
/// object's rotation, velocity from the hand and turning speed, velocity of the hand, of the fingers);
/// <c>achieved_goal</c>, the place of the hand (reach) or the object; <c>desired_goal</c>, where it shall be. Metres,
/// and metres per step.</para>
/// <para>Action, four numbers from −1 to 1: where the hand shall move, 5 cm per unit, and how the fingers open.</para>
/// <para>Reward: −1 for each step at whose end the goal is 5 cm away or more, else 0; dense: the negative distance. It
/// never terminates; <c>Gym.Make</c> truncates after 50 steps. Info: <c>is_success</c>, 1 or 0.</para>
/// <para>M. Plappert et al., "Multi-Goal Reinforcement Learning: Challenging Robotics Environments and Request for
/// Research", 2018.</para>
/// </remarks>
public sealed class FetchEnv : GoalEnv, IHasHeuristic<DictValue, float[]>
{
    private const int SubSteps = 20;
    private const double Threshold = 0.05;
    private const double ClearOfHand = 0.1;
    private static readonly Info Missed = Info.Of("is_success", 0f);
    private static readonly Info Reached = Info.Of("is_success", 1f);

    private readonly FetchTask task;
    private readonly FetchHand hand;
    private readonly double[] firstQpos;
    private readonly double[] firstQvel;
    private readonly double[] firstGrip;
    private readonly double firstTime;
    private readonly double objectHeight;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="kind">The task.</param>
    /// <param name="options">Reward and pictures; null for the defaults.</param>
    public FetchEnv(FetchKind kind, FetchOptions? options = null)
        : this(kind, TaskOf(kind), options ?? new())
    {
    }

    private FetchEnv(FetchKind kind, FetchTask task, FetchOptions options)
        : base(options, SharedModels.BuiltIn(task.Model), new GoalLayout(task.HasObject ? 25 : 10, 3, 4, 25, "target0"))
    {
        Kind = kind;
        this.task = task;
        hand = new FetchHand(Data, task.HasClosedFingers, SubSteps);
        hand.Prepare(task);
        firstQpos = Data.Qpos.ToArray();
        firstQvel = Data.Qvel.ToArray();
        firstGrip = hand.Grip.ToArray();
        firstTime = Data.Time;
        objectHeight = task.HasObject ? hand.Object[2] : 0;
    }

    /// <summary>The task.</summary>
    public FetchKind Kind { get; }

    /// <inheritdoc/>
    public bool HasHeuristic => Kind != FetchKind.Slide;

    /// <inheritdoc/>
    protected override string ClassName => $"MujocoFetch{Kind}Env";

    /// <inheritdoc/>
    public override double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired)
    {
        double distance = Distance(achieved, desired);
        return Reward == GoalReward.Dense ? -distance : distance > Threshold ? -1 : 0;
    }

    /// <inheritdoc/>
    public override bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) => false;

    /// <inheritdoc/>
    public override bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        Distance(achieved, desired) < Threshold;

    /// <inheritdoc/>
    public Func<DictValue, float[]> CreateHeuristic() => new FetchHeuristic(Kind).Choose;

    private protected override void Start(Span<double> desired)
    {
        Data.Reset();
        Data.Time = firstTime;
        firstQpos.CopyTo(Data.Qpos);
        firstQvel.CopyTo(Data.Qvel);
        if (task.HasObject)
        {
            PlaceObject();
        }

        Data.Forward();
        DrawGoal(desired);
    }

    private protected override void Act(ReadOnlySpan<float> action) => hand.Move(action);

    private protected override void Observe(Span<double> observation, Span<double> achieved)
    {
        hand.Observe(observation, task.HasObject);
        (task.HasObject ? hand.Object : hand.Grip).CopyTo(achieved);
    }

    private protected override Info Describe(bool isSuccess, bool isReset) =>
        isReset ? Info.Empty : isSuccess ? Reached : Missed;

    private protected override void PlaceMark(Span<double> place, ReadOnlySpan<double> desired) =>
        desired.CopyTo(place);

    private static FetchTask TaskOf(FetchKind kind) => kind switch
    {
        FetchKind.Reach => FetchTask.Reach,
        FetchKind.Push => FetchTask.Push,
        FetchKind.Slide => FetchTask.Slide,
        FetchKind.PickAndPlace => FetchTask.PickAndPlace,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such task."),
    };

    private void PlaceObject()
    {
        Span<double> place = hand.ObjectPose[..2];
        do
        {
            for (int i = 0; i < 2; i++)
            {
                place[i] = firstGrip[i] + Rng.Uniform(-task.ObjectRange, task.ObjectRange);
            }
        }
        while (Distance(place, firstGrip.AsSpan(0, 2)) < ClearOfHand);
    }

    private void DrawGoal(Span<double> desired)
    {
        for (int i = 0; i < 3; i++)
        {
            desired[i] = firstGrip[i] + Rng.Uniform(-task.GoalRange, task.GoalRange);
        }

        if (task.HasObject)
        {
            desired[0] += task.GoalOffset;
            desired[2] = objectHeight;
            if (task.HasGoalsInTheAir && Rng.Random() < 0.5)
            {
                desired[2] += Rng.Uniform(0, 0.45);
            }
        }
    }
}
