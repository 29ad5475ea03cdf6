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

    /// <summary>The lower halves of numbers below 256.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> low, Vector128<ushort> high) => Sse2.IsSupported
        ? Sse2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16())
        : Vector128.Narrow(low, high);

    /// <summary>The same without instructions of one processor.</summary>
    internal static Vector128<ushort> HighPortable(Vector128<ushort> left, Vector128<ushort> right)
    {
        (Vector128<uint> leftLow, Vector128<uint> leftHigh) = Vector128.Widen(left);
        (Vector128<uint> rightLow, Vector128<uint> rightHigh) = Vector128.Widen(right);
        return Vector128.Narrow((leftLow * rightLow) >> 16, (leftHigh * rightHigh) >> 16);
    }
}
