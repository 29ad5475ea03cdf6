using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.Box2D;

/// <summary>Arithmetic with 16 bits that the vector types lack.</summary>
internal static class Wide16
{
    /// <summary>The upper halves of products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> High(Vector128<ushort> left, Vector128<ushort> right) =>
        Sse2.IsSupported ? Sse2.MultiplyHigh(left, right) : HighPortable(left, right);

    /// <summary>The upper halves of products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> High(Vector256<ushort> left, Vector256<ushort> right) => Avx2.IsSupported
        ? Avx2.MultiplyHigh(left, right)
        : Vector256.Create(High(left.GetLower(), right.GetLower()), High(left.GetUpper(), right.GetUpper()));

    /// <summary>The upper halves of products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> High(Vector512<ushort> left, Vector512<ushort> right) => Avx512BW.IsSupported
        ? Avx512BW.MultiplyHigh(left, right)
        : Vector512.Create(High(left.GetLower(), right.GetLower()), High(left.GetUpper(), right.GetUpper()));

    /// <summary>The same without instructions of one processor.</summary>
    internal static Vector128<ushort> HighPortable(Vector128<ushort> left, Vector128<ushort> right)
    {
        (Vector128<uint> leftLow, Vector128<uint> leftHigh) = Vector128.Widen(left);
        (Vector128<uint> rightLow, Vector128<uint> rightHigh) = Vector128.Widen(right);
        return Vector128.Narrow((leftLow * rightLow) >> 16, (leftHigh * rightHigh) >> 16);
    }
}
