using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GymSharp.Environments.Box2D;

/// <summary>One run of pixels in each row of a band: first and last columns.</summary>
/// <remarks>A row without a run, and one beyond the band, has those of <see cref="Nothing"/>.</remarks>
/// <param name="Upper">Rows 0 to 7.</param>
/// <param name="Lower">Rows 8 to 15.</param>
internal readonly record struct BandRuns(
    (Vector256<int> Left, Vector256<int> Right) Upper, (Vector256<int> Left, Vector256<int> Right) Lower)
{
    /// <summary>Rows of each half.</summary>
    public const int Half = 8;

    /// <summary>Eight rows without runs.</summary>
    public static (Vector256<int> Left, Vector256<int> Right) Nothing
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Vector256.Create((int)short.MaxValue), Vector256<int>.AllBitsSet);
    }

    /// <summary>The leftmost and the rightmost column of all runs; the first after the last where there are
    /// none.</summary>
    public (int Left, int Right) Outer => (
        Smallest(Vector256.Min(Upper.Left, Lower.Left)), -Smallest(-Vector256.Max(Upper.Right, Lower.Right)));

    /// <summary>The columns that all runs of a band have in common; the first after the last where there are
    /// none.</summary>
    /// <param name="rows">Rows of the band.</param>
    public (int Left, int Right) Inner(int rows)
    {
        Vector256<int> left = Upper.Left;
        Vector256<int> right = Upper.Right;
        if (rows > Half)
        {
            Vector256<int> isBeyond = IsBeyond(rows - Half);
            left = Vector256.Max(left, Vector256.AndNot(Lower.Left, isBeyond));
            right = Vector256.Min(right, Vector256.ConditionalSelect(isBeyond, Nothing.Left, Lower.Right));
        }
        else
        {
            Vector256<int> isBeyond = IsBeyond(rows);
            left = Vector256.AndNot(left, isBeyond);
            right = Vector256.ConditionalSelect(isBeyond, Nothing.Left, right);
        }

        return (-Smallest(-left), Smallest(right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> IsBeyond(int rows) =>
        Vector256.GreaterThanOrEqual(Vector256<int>.Indices, Vector256.Create(rows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Smallest(Vector256<int> values)
    {
        Vector128<int> four = Vector128.Min(values.GetLower(), values.GetUpper());
        Vector128<int> two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 1, 1, 1))).ToScalar();
    }
}
