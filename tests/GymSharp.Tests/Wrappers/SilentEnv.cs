using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Tests.Wrappers;

/// <summary>An environment whose answers a test may set, however wrong.</summary>
internal sealed class SilentEnv : Env<float[], int>
{
    public float[] Observation { get; set; } = [0.0f, 0.0f, 0.0f];

    public double Reward { get; set; }

    public Info Info { get; set; } = Info.Empty;

    public RenderMode Mode { get; set; }

    public EnvMetadata Declared { get; set; } = EnvMetadata.None;

    public Frame? Frame { get; set; }

    public Space<float[]> Observations { get; set; } = Scripts.Unit;

    public override RenderMode RenderMode => Mode;

    public override EnvMetadata Metadata => Declared;

    public override Space<float[]> ObservationSpace => Observations;

    public override Space<int> ActionSpace { get; } = new Discrete(2);

    public override Frame? Render() => Frame;

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) => (Observation, Info);

    protected override Step<float[]> OnStep(int action, float[]? reuse) => new(Observation, Reward, false, false, Info);

    protected override void SyncState(StateSync sync)
    {
    }
}
