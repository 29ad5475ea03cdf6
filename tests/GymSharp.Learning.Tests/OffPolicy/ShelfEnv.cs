using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Something on a shelf is moved along it. Goals are a place and the height of the shelf, which is always the same; where
/// the thing stands, it is off by up to a tenth of a millimetre.
/// </summary>
internal sealed class ShelfEnv : Env<DictValue, float[]>, IGoalEnv
{
    public const double Height = 0.425;

    private static readonly Box<double> Goals = new(-10, 10, [2]);
    private double place;
    private double wanted;
    private int steps;

    public int GoalLength => 2;

    public override RenderMode RenderMode => RenderMode.None;

    public override EnvMetadata Metadata => EnvMetadata.None;

    public override Space<DictValue> ObservationSpace { get; } = new DictSpace(
        (IGoalEnv.AchievedGoalKey, Goals), (IGoalEnv.DesiredGoalKey, Goals), (IGoalEnv.ObservationKey, Goals));

    public override Space<float[]> ActionSpace { get; } = new Box<float>(-1, 1, [1]);

    public static EnvSpec Registration { get; } = new("Shelf-v0", _ => new ShelfEnv()) { MaxEpisodeSteps = 10 };

    private DictValue Seen
    {
        get
        {
            double[] here = [place, Height + (1e-4 * Math.Sin(steps))];
            return new DictValue(
                (IGoalEnv.AchievedGoalKey, here),
                (IGoalEnv.DesiredGoalKey, (double[])[wanted, Height]),
                (IGoalEnv.ObservationKey, (double[])[.. here]));
        }
    }

    public override Frame? Render() => null;

    public double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        IsSuccess(achieved, desired) ? 0 : -1;

    public bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) => false;

    public bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        Math.Abs(achieved[0] - desired[0]) < 0.05;

    protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        (place, wanted) = (0, Rng.Uniform(-1, 1));
        return (Seen, Info.Empty);
    }

    protected override Step<DictValue> OnStep(float[] action, DictValue? reuse)
    {
        place += 0.1 * action[0];
        steps++;
        return new(Seen, ComputeReward([place], [wanted]), false, false, Info.Empty);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref place);
        sync.Sync(ref wanted);
        sync.Sync(ref steps);
    }
}
