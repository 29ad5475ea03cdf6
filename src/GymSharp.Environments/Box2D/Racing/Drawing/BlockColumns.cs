using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>Ten rows of one column of a block, or of a mean of columns: four channels each, 16 bits.</summary>
/// <param name="First">Rows 0 to 3.</param>
/// <param name="Second">Rows 4 to 7.</param>
/// <param name="Third">Rows 8 and 9.</param>
internal readonly record struct BlockColumns(
    Vector256<ushort> First, Vector256<ushort> Second, Vector128<ushort> Third)
{
    /// <summary>Rows of a slot, those that nobody uses among them.</summary>
    public const int Height = 12;

    /// <summary>A column of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockColumns Load(ref uint pixel) => new(
        Four(ref pixel),
        Four(ref Unsafe.Add(ref pixel, 4)),
        Two(Unsafe.As<uint, ulong>(ref Unsafe.Add(ref pixel, 8))));

    /// <summary>A column of one colour.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockColumns Of(uint color)
    {
        Vector128<ushort> two = Two(color | ((ulong)color << 32));
        return new(Vector256.Create(two, two), Vector256.Create(two, two), two);
    }

    /// <summary>Row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockColumns operator +(BlockColumns left, BlockColumns right) =>
        new(left.First + right.First, left.Second + right.Second, left.Third + right.Third);

    /// <summary>Row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockColumns operator *(BlockColumns left, int factor) =>
        new(left.First * (ushort)factor, left.Second * (ushort)factor, left.Third * (ushort)factor);

    /// <summary>A share of each pixel, in 2^-14, rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockColumns Share(int share) => new BlockColumns(First << 2, Second << 2, Third << 2).High(share);

    /// <summary>The products with a factor, divided by 2^16 and rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockColumns High(int factor)
    {
        Vector256<ushort> factors = Vector256.Create((ushort)factor);
        return new(
            Wide16.High(First, factors), Wide16.High(Second, factors), Wide16.High(Third, factors.GetLower()));
    }

    /// <summary>The sum of rows 0 to 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector64<ushort> SumOfEight()
    {
        Vector256<ushort> four = First + Second;
        Vector128<ushort> two = four.GetLower() + four.GetUpper();
        return two.GetLower() + two.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Four(ref uint pixel) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref pixel).AsByte().ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Two(ulong pixels) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(pixels).AsByte());
}
