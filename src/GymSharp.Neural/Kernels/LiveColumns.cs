using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// The columns of a matrix that are not all zeros. Of the neurons of a layer with rectified outputs, half and more are
/// often silent for every row of a batch: their columns add nothing to a product.
/// </summary>
internal static unsafe class LiveColumns
{
    /// <summary>Columns come in vectors of this many.</summary>
    public const int Vector = 16;

    /// <summary>Most columns that a list can tell apart.</summary>
    public const int Most = ushort.MaxValue;

    /// <summary>Lists them.</summary>
    /// <param name="values">First element.</param>
    /// <param name="part">Rows, columns (a multiple of 16), and elements from one row to the next.</param>
    /// <param name="list">Filled with their numbers, in order; room for all columns and 16 more.</param>
    /// <returns>How many they are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(float* values, (int Rows, int Columns, nint Stride) part, ushort* list)
    {
        int count = 0;
        Vector512<int> numbers = Vector512<int>.Indices;
        for (int column = 0; column < part.Columns; column += Vector)
        {
            count += Append(list + count, numbers, Bits(values + column, part.Rows, part.Stride));
            numbers += Vector512.Create(Vector);
        }

        return count;
    }

    /// <summary>Moves live elements of a row together.</summary>
    /// <param name="from">The row.</param>
    /// <param name="masks">Which columns of each vector are live, a bit each.</param>
    /// <param name="vectors">Vectors of the row.</param>
    /// <param name="to">Where to; up to two vectors after the last one are set to zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(float* from, ushort* masks, int vectors, float* to)
    {
        for (int i = 0; i < vectors; i++)
        {
            Avx512F.Compress(Vector512<float>.Zero, Mask(masks[i]), Vector512.Load(from + (i * Vector))).Store(to);
            to += BitOperations.PopCount(masks[i]);
        }

        Vector512<float>.Zero.Store(to);
        Vector512<float>.Zero.Store(to + Vector);
    }

    /// <summary>Moves elements back to where <see cref="Gather"/> took them from.</summary>
    /// <param name="from">Elements side by side.</param>
    /// <param name="masks">Which columns of each vector are live.</param>
    /// <param name="vectors">Vectors of the row.</param>
    /// <param name="to">The row; other elements stay.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scatter(float* from, ushort* masks, int vectors, float* to)
    {
        for (int i = 0; i < vectors; i++, to += Vector)
        {
            Avx512F.Expand(Vector512.Load(to), Mask(masks[i]), Vector512.Load(from)).Store(to);
            from += BitOperations.PopCount(masks[i]);
        }
    }

    /// <summary>As <see cref="Scatter"/>, and zeros elsewhere.</summary>
    /// <param name="from">Elements side by side.</param>
    /// <param name="masks">Which columns of each vector are live.</param>
    /// <param name="vectors">Vectors of the row.</param>
    /// <param name="to">The row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(float* from, ushort* masks, int vectors, float* to)
    {
        for (int i = 0; i < vectors; i++, to += Vector)
        {
            Avx512F.Expand(Vector512<float>.Zero, Mask(masks[i]), Vector512.Load(from)).Store(to);
            from += BitOperations.PopCount(masks[i]);
        }
    }

    /// <summary>Marks them, a bit each.</summary>
    /// <param name="values">First element.</param>
    /// <param name="part">Rows, columns (a multiple of 16), and elements from one row to the next.</param>
    /// <param name="masks">Filled, one number for every 16 columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mark(float* values, (int Rows, int Columns, nint Stride) part, ushort* masks)
    {
        for (int column = 0; column < part.Columns; column += Vector)
        {
            masks[column / Vector] = (ushort)Bits(values + column, part.Rows, part.Stride);
        }
    }

    /// <summary>Lists the columns that are marked.</summary>
    /// <param name="masks">Marks, one number for every 16 columns.</param>
    /// <param name="vectors">How many of those.</param>
    /// <param name="list">Filled with the numbers of the columns, in order; room for all and 16 more.</param>
    /// <returns>How many they are.</returns>
    public static int List(ushort* masks, int vectors, ushort* list)
    {
        int count = 0;
        Vector512<int> numbers = Vector512<int>.Indices;
        for (int i = 0; i < vectors; i++)
        {
            count += Append(list + count, numbers, masks[i]);
            numbers += Vector512.Create(Vector);
        }

        return count;
    }

    /// <summary>All bits of the lanes that a number has a bit for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask(ushort bits)
    {
        Vector512<int> lane = Vector512.Create(
            1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create((int)bits) & lane, lane).AsSingle();
    }

    /// <summary>The lanes in which a number other than zero left its bits, a bit each.</summary>
    /// <param name="any">Numbers that were combined by "or"; without its sign a zero has no bit set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LanesWithBits(Vector512<int> any) =>
        ~(uint)Vector512.Equals(any << 1, Vector512<int>.Zero).ExtractMostSignificantBits() & 0xFFFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Append(ushort* list, Vector512<int> numbers, uint live)
    {
        Vector512<int> chosen = Avx512F.Compress(Vector512<int>.Zero, Mask((ushort)live).AsInt32(), numbers);
        Avx512F.ConvertToVector256UInt16(chosen).Store(list);
        return BitOperations.PopCount(live);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(float* column, int rows, nint stride)
    {
        Vector512<int> any = Vector512<int>.Zero;
        for (int row = rows; row > 0; row--, column += stride)
        {
            any |= Vector512.Load((int*)column);
        }

        return LanesWithBits(any);
    }
}
