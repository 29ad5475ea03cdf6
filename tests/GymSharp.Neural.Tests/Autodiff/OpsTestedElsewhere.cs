using GymSharp.Neural.Autodiff;

namespace GymSharp.Neural.Tests.Autodiff;

/// <summary>Operations whose gradients have tests by differences in another file, which is named.</summary>
internal static class OpsTestedElsewhere
{
    public static IReadOnlyList<Op> All { get; } = [];
}
