using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Vectors that hold one number of each of sixteen worlds, and choices in them as <see cref="Scalar"/> makes
/// them: the same bits, lane by lane.</summary>
/// <remarks>A condition is a vector too: all bits of a lane where it holds, none where not.</remarks>
internal static class Lane
{
    /// <summary>How many worlds there are in a vector.</summary>
    public const int Count = 16;

    /// <summary>Whether vectors are faster than a world at a time.</summary>
    public static bool IsFast => Vector256.IsHardwareAccelerated && X86Base.IsSupported;

    /// <summary>A condition that holds in all lanes.</summary>
    public static Lanes Everywhere
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512<int>.AllBitsSet.AsSingle();
    }

    /// <summary>Changes a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref Lanes lanes, int lane, float value) =>
        Unsafe.Add(ref Unsafe.As<Lanes, float>(ref lanes), lane) = value;

    /// <summary>Changes a lane of a condition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref Lanes lanes, int lane, bool value) =>
        SetBits(ref lanes, lane, value ? -1 : 0);

    /// <summary>Changes the bits of a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetBits(ref Lanes lanes, int lane, int bits) =>
        Unsafe.Add(ref Unsafe.As<Lanes, int>(ref lanes), lane) = bits;

    /// <summary>Changes a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref Vector512<int> lanes, int lane, int value) =>
        Unsafe.Add(ref Unsafe.As<Vector512<int>, int>(ref lanes), lane) = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Get(ref readonly Lanes lanes, int lane) =>
        Unsafe.Add(ref Unsafe.As<Lanes, float>(ref Unsafe.AsRef(in lanes)), lane);

    /// <summary>The lanes in which a condition holds, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes condition) => (uint)condition.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Choose(Lanes condition, Lanes yes, Lanes no) =>
        Vector512.ConditionalSelect(condition, yes, no);

    /// <summary>As <see cref="Scalar.Min"/>: <c>minps</c> chooses as that does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes a, Lanes b) => Vector512.MinNative(a, b);

    /// <summary>As <see cref="Scalar.Max"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes a, Lanes b) => Vector512.MaxNative(a, b);

    /// <summary>Turns the signs, those of zeros too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Negate(Lanes a) => a ^ Vector512.Create(-0.0f);

    /// <summary>Where the bits differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Differs(Lanes a, Lanes b) => (~Vector512.Equals(a.AsInt32(), b.AsInt32())).AsSingle();
}
