namespace GymSharp.Mujoco.Locomotion;

/// <summary>Pusher: an arm with seven joints pushes an object to a goal.</summary>
/// <remarks>
/// <para>Observation: angles and speeds of the seven joints, places of hand, object and goal (23 numbers). Action: one
/// number per motor.</para>
/// <para>Reward: minus the distances of object and goal and of hand and object, minus squared controls; version 4 takes
/// the distances before the step. Never terminates; <c>Gym.Make</c> truncates after 100 steps.</para>
/// </remarks>
public sealed class PusherEnv : LocomotionEnv
{
    private const int Joints = 7;
    private const double SpeedNoise = 0.005;
    private const double LeastDistance = 0.17;

    private readonly PusherOptions options;
    private readonly int hand;
    private readonly int item;
    private readonly int goal;
    private double toGoalBefore;
    private double toHandBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public PusherEnv(PusherOptions options)
        : this(options, options.LoadModel())
    {
    }

    private PusherEnv(PusherOptions options, MujocoModel model)
        : base(options, model, Layout(options))
    {
        this.options = options;
        hand = model.BodyId("tips_arm");
        item = model.BodyId("object");
        goal = model.BodyId("goal");
    }

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        // The arm starts as it is; the object's coordinates come in the order y, x, and the goal is at the origin.
        double y, x;
        do
        {
            y = Rng.Uniform(-0.3, 0);
            x = Rng.Uniform(-0.2, 0.2);
        }
        while (Arithmetic.Norm(y, x) <= LeastDistance);
        (qpos[Joints], qpos[Joints + 1]) = (y, x);
        qpos[(Joints + 2)..].Clear();
        AddUniform(qvel, SpeedNoise);
        qvel[Joints..].Clear();
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        observation.Add(Simulation.Qpos[..Joints]);
        observation.Add(Simulation.Qvel[..Joints]);
        observation.Add(PlaceOf(hand));
        observation.Add(PlaceOf(item));
        observation.Add(PlaceOf(goal));
    }

    /// <inheritdoc/>
    private protected override void Remember() => (toGoalBefore, toHandBefore) = Distances();

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        (double toGoal, double toHand) = options.IsV5 ? Distances() : (toGoalBefore, toHandBefore);
        double distance = -toGoal * options.DistanceWeight;
        double near = -toHand * options.NearWeight;
        double control = -Arithmetic.ControlCost(options.ControlWeight, action);
        if (options.IsV5)
        {
            info.Add(distance, control, near);
        }
        else
        {
            // Version 4 tells the controls without their weight.
            info.Add(distance, -Arithmetic.SumOfSquares(action));
        }

        return (distance + control + near, false);
    }

    private static TaskLayout Layout(PusherOptions options) => TaskLayout.Of(
        (2 * Joints) + 9,
        options.IsV5 ? ["reward_dist", "reward_ctrl", "reward_near"] : ["reward_dist", "reward_ctrl"],
        []);

    private ReadOnlySpan<double> PlaceOf(int body) => Simulation.Xpos.Slice(3 * body, 3);

    private (double ToGoal, double ToHand) Distances() => (
        Arithmetic.Distance(PlaceOf(item), PlaceOf(goal)), Arithmetic.Distance(PlaceOf(item), PlaceOf(hand)));
}
