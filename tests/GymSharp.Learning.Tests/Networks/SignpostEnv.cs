using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.Networks;

/// <summary>
/// One choice per episode between left and right. The picture shows a light on one side, and the numbers say whether to
/// go to it or away from it: neither is of use without the other.
/// </summary>
internal sealed class SignpostEnv : Env<DictValue, int>
{
    private const int Side = 6;

    private bool isRight;
    private bool isWanted;

    public override RenderMode RenderMode => RenderMode.None;

    public override EnvMetadata Metadata => EnvMetadata.None;

    public override Space<DictValue> ObservationSpace { get; } = new DictSpace(
        ("numbers", new Box<float>(-1, 1, 2)), ("picture", new Box<byte>(0, 255, Side, Side, 1)));

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    public static EnvSpec Registration() => new("Signpost-v0", _ => new SignpostEnv());

    public override Frame? Render() => null;

    protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        Reseed(seed);
        isRight = Rng.Random() < 0.5;
        isWanted = Rng.Random() < 0.5;
        return (Show(), Info.Empty);
    }

    protected override Step<DictValue> OnStep(int action, DictValue? reuse) =>
        new(Show(), (action == 1) == (isRight == isWanted) ? 1 : 0, true, false, Info.Empty);

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref isRight);
        sync.Sync(ref isWanted);
        sync.Sync(Rng);
    }

    private DictValue Show()
    {
        byte[] picture = new byte[Side * Side];
        for (int row = 0; row < Side; row++)
        {
            picture[(row * Side) + (isRight ? Side - 2 : 1)] = byte.MaxValue;
        }

        return new DictValue(("numbers", new float[] { isWanted ? 1 : -1, 0.5f }), ("picture", picture));
    }
}
