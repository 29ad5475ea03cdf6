using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Learning.Evolution;

/// <summary>One shot per episode: minus the squared distance between the action and 3. What is seen is always 1.</summary>
internal sealed class AimEnv : Env<float[], float[]>
{
    public const double Target = 3;

    public override RenderMode RenderMode => RenderMode.None;

    public override EnvMetadata Metadata => EnvMetadata.None;

    public override Space<float[]> ObservationSpace { get; } = new Box<float>(0, 2, [1]);

    public override Space<float[]> ActionSpace { get; } = new Box<float>(-100, 100, [1]);

    public static EnvSpec Registration() => new("Aim-v0", _ => new AimEnv());

    public override Frame? Render() => null;

    protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) => ([1], Info.Empty);

    protected override Step<float[]> OnStep(float[] action, float[]? reuse) =>
        new([1], -(action[0] - Target) * (action[0] - Target), true, false, Info.Empty);

    protected override void SyncState(StateSync sync)
    {
    }
}
