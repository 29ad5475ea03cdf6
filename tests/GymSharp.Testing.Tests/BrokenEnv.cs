using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Testing;

/// <summary>A walk on a line that breaks one rule of the contract, to see that the kit notices.</summary>
public sealed class BrokenEnv(Fault fault, RenderMode renderMode = RenderMode.None) : Env<float[], int>
{
    private static int instances;
    private readonly int instance = ++instances;
    private float position = float.NaN;
    private int frames;

    public override Space<float[]> ObservationSpace { get; } = new Box<float>(-100, 100, 1);

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    public override RenderMode RenderMode => renderMode;

    public override EnvMetadata Metadata { get; } = new([RenderMode.RgbArray], 10);

    public override Frame? Render()
    {
        frames++;
        if (fault == Fault.RenderingDraws)
        {
            Rng.Random();
        }

        int width = fault == Fault.PictureGrows ? 10 + frames : 10;
        return new Frame(width, 10, new byte[width * 10 * 3]);
    }

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        if (fault != Fault.IgnoresSeed)
        {
            Reseed(seed);
        }

        position = (float)Rng.Random();
        return (Observe(null), Info.Empty);
    }

    protected override Step<float[]> OnStep(int action, float[]? reuse)
    {
        if (float.IsNaN(position) && fault != Fault.StepsBeforeReset)
        {
            throw new ResetNeededException("Call Reset first.");
        }

        if (action is < 0 or > 1 && fault != Fault.AcceptsAnyAction)
        {
            if (fault == Fault.RefusesTooLate)
            {
                position++;
            }

            throw new InvalidActionException($"{action} is not 0 or 1.");
        }

        position += (action == 0 ? -0.1f : 0.1f) + (float)(0.01 * Rng.Random());
        double reward = fault == Fault.InfiniteReward ? double.PositiveInfinity : -Math.Abs(position);
        return new(Observe(reuse), fault == Fault.DependsOnInstance ? reward + instance : reward, position > 5, false, Info.Empty);
    }

    protected override void SyncState(StateSync sync)
    {
        sync.Sync(ref position);
        if (fault != Fault.ForgetsGenerator)
        {
            sync.Sync(Rng);
        }
    }

    private float[] Observe(float[]? reuse)
    {
        if (fault == Fault.OutsideTheSpace)
        {
            return [1000 + position];
        }

        if (reuse is null)
        {
            return [position];
        }

        // The fault: leaves the memory as it was.
        reuse[0] = fault == Fault.MisusesMemory ? reuse[0] : position;
        return reuse;
    }
}
