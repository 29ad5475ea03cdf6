using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>Exchanges rows and columns of a matrix.</summary>
internal static unsafe class Transposition
{
    private const int Block = 8;

    /// <summary>Writes the transpose of a matrix.</summary>
    /// <param name="source">The matrix.</param>
    /// <param name="sourceRow">Elements from one of its rows to the next.</param>
    /// <param name="target">Where to.</param>
    /// <param name="targetRow">Elements from one row of the result to the next.</param>
    /// <param name="size">Rows and columns of the matrix.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* source, nint sourceRow, float* target, nint targetRow, (int Rows, int Columns) size)
    {
        for (int row = 0; row < size.Rows; row += Block)
        {
            for (int column = 0; column < size.Columns; column += Block)
            {
                float* from = source + (row * sourceRow) + column;
                float* to = target + (column * targetRow) + row;
                int height = Math.Min(Block, size.Rows - row);
                int width = Math.Min(Block, size.Columns - column);
                if (Avx.IsSupported && height == Block && width == Block)
                {
                    Whole(from, sourceRow, to, targetRow);
                }
                else
                {
                    Part(from, sourceRow, to, targetRow, (height, width));
                }
            }
        }
    }

    /// <summary>Puts the first eight elements of each row side by side.</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceRow">Elements from one row to the next.</param>
    /// <param name="target">Result, [rows, 8].</param>
    /// <param name="rows">Number of rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(float* source, nint sourceRow, float* target, int rows)
    {
        for (; rows > 0; rows--, source += sourceRow, target += Block)
        {
            Vector256.Load(source).Store(target);
        }
    }

    private static void Part(float* from, nint fromRow, float* to, nint toRow, (int Height, int Width) size)
    {
        for (int column = 0; column < size.Width; column++)
        {
            for (int row = 0; row < size.Height; row++)
            {
                to[(column * toRow) + row] = from[(row * fromRow) + column];
            }
        }
    }

    // Eight rows of eight: first pairs of rows are interleaved by element, then by pairs, then by half vectors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Whole(float* from, nint fromRow, float* to, nint toRow)
    {
        Half(from, fromRow, to, toRow, 0);
        Half(from, fromRow, to, toRow, 4);
    }

    // Columns first to first + 3 of the block: a 4×4 block of the upper four rows beside one of the lower four.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(float* from, nint fromRow, float* to, nint toRow, int first)
    {
        float* upper = from + first;
        float* lower = upper + (4 * fromRow);
        Vector256<float> a = Vector256.Create(Vector128.Load(upper), Vector128.Load(lower));
        Vector256<float> b = Vector256.Create(Vector128.Load(upper + fromRow), Vector128.Load(lower + fromRow));
        Vector256<float> c = Vector256.Create(
            Vector128.Load(upper + (2 * fromRow)), Vector128.Load(lower + (2 * fromRow)));
        Vector256<float> d = Vector256.Create(
            Vector128.Load(upper + (3 * fromRow)), Vector128.Load(lower + (3 * fromRow)));
        Vector256<float> ab = Avx.UnpackLow(a, b);
        Vector256<float> cd = Avx.UnpackLow(c, d);
        Vector256<float> abHigh = Avx.UnpackHigh(a, b);
        Vector256<float> cdHigh = Avx.UnpackHigh(c, d);
        float* row = to + (first * toRow);
        Avx.Shuffle(ab, cd, 0b_01_00_01_00).Store(row);
        Avx.Shuffle(ab, cd, 0b_11_10_11_10).Store(row + toRow);
        Avx.Shuffle(abHigh, cdHigh, 0b_01_00_01_00).Store(row + (2 * toRow));
        Avx.Shuffle(abHigh, cdHigh, 0b_11_10_11_10).Store(row + (3 * toRow));
    }
}
