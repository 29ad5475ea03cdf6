using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels.Vectors;

/// <summary>Which vectors this processor has; constants to the just-in-time compiler.</summary>
internal static class Hardware
{
    /// <summary>512-bit vectors with fused multiply-add.</summary>
    public static bool Use512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    public static bool Use256 => Vector256.IsHardwareAccelerated && Fma.IsSupported;

    /// <summary>128-bit vectors with fused multiply-add.</summary>
    public static bool Use128 =>
        Vector128.IsHardwareAccelerated
        && (Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported);
}
