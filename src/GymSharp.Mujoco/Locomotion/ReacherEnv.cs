namespace GymSharp.Mujoco.Locomotion;

/// <summary>Reacher: an arm with two joints brings its fingertip to a target.</summary>
/// <remarks>
/// <para>Observation: cosines and sines of the two angles, place of the target, speeds of the joints, and the way from
/// the target to the fingertip (10 numbers; 11 in version 4, where the way has a third, 0). Action: one number per
/// motor.</para>
/// <para>Reward: minus the distance of fingertip and target, minus squared controls; version 4 takes the distance
/// before the step. Never terminates; <c>Gym.Make</c> truncates after 50 steps.</para>
/// </remarks>
public sealed class ReacherEnv : LocomotionEnv
{
    private const int Joints = 2;
    private const double StartNoise = 0.1;
    private const double SpeedNoise = 0.005;
    private const double TargetRange = 0.2;

    private readonly ReacherOptions options;
    private readonly int fingertip;
    private readonly int target;
    private double distanceBefore;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <exception cref="ArgumentException">The model is none for this task.</exception>
    public ReacherEnv(ReacherOptions options)
        : this(options, options.LoadModel())
    {
    }

    private ReacherEnv(ReacherOptions options, MujocoModel model)
        : base(
            options, model, TaskLayout.Of(options.IsV5 ? 10 : 11, ["reward_dist", "reward_ctrl"], []))
    {
        this.options = options;
        fingertip = model.BodyId("fingertip");
        target = model.BodyId("target");
    }

    private ReadOnlySpan<double> Fingertip => Simulation.Xpos.Slice(3 * fingertip, 3);

    private ReadOnlySpan<double> Target => Simulation.Xpos.Slice(3 * target, 3);

    /// <inheritdoc/>
    private protected override void Start(Span<double> qpos, Span<double> qvel)
    {
        // Places for the target are drawn too, and overwritten.
        AddUniform(qpos, StartNoise);
        Span<double> goal = qpos[Joints..];
        do
        {
            Rng.Uniform(-TargetRange, TargetRange, goal);
        }
        while (Arithmetic.Norm(goal[0], goal[1]) >= TargetRange);
        AddUniform(qvel, SpeedNoise);
        qvel[Joints..].Clear();
    }

    /// <inheritdoc/>
    private protected override void Observe(ref RowWriter observation)
    {
        ReadOnlySpan<double> qpos = Simulation.Qpos;
        observation.Add(Math.Cos(qpos[0]), Math.Cos(qpos[1]), Math.Sin(qpos[0]), Math.Sin(qpos[1]));
        observation.Add(qpos[Joints..]);
        observation.Add(Simulation.Qvel[..Joints]);
        ReadOnlySpan<double> from = Target;
        ReadOnlySpan<double> to = Fingertip;
        observation.Add(to[0] - from[0], to[1] - from[1]);
        if (!options.IsV5)
        {
            observation.Add(to[2] - from[2]);
        }
    }

    /// <inheritdoc/>
    private protected override void Remember() => distanceBefore = Arithmetic.Distance(Fingertip, Target);

    /// <inheritdoc/>
    private protected override (double Reward, bool Terminated) Judge(
        ReadOnlySpan<float> action, ref RowWriter info)
    {
        double away = options.IsV5 ? Arithmetic.Distance(Fingertip, Target) : distanceBefore;
        double distance = -away * options.DistanceWeight;
        double control = -Arithmetic.ControlCost(options.ControlWeight, action);
        info.Add(distance, control);
        return (distance + control, false);
    }
}
