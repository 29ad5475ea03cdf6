using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Neural.Kernels;

/// <summary>Exchanges rows and columns of a matrix.</summary>
internal static unsafe class Transposition
{
    private const int Block = 8;

    /// <summary>Writes the transpose, [columns, rows], of a row-major matrix [rows, columns].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* source, float* target, int rows, int columns)
    {
        for (int row = 0; row < rows; row += Block)
        {
            for (int column = 0; column < columns; column += Block)
            {
                float* from = source + ((nint)row * columns) + column;
                float* to = target + ((nint)column * rows) + row;
                int height = Math.Min(Block, rows - row);
                int width = Math.Min(Block, columns - column);
                if (Avx.IsSupported && height == Block && width == Block)
                {
                    Whole(from, columns, to, rows);
                }
                else
                {
                    Part(from, columns, to, rows, (height, width));
                }
            }
        }
    }

    /// <summary>Writes eight rows so that the eight elements of each column lie side by side.</summary>
    /// <param name="source">First row.</param>
    /// <param name="sourceRow">Elements from one row to the next.</param>
    /// <param name="target">Result, [columns, 8].</param>
    /// <param name="columns">Number of columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Interleave(float* source, nint sourceRow, float* target, int columns)
    {
        for (int column = 0; column < columns; column += Block)
        {
            int width = Math.Min(Block, columns - column);
            if (Avx.IsSupported && width == Block)
            {
                Whole(source + column, sourceRow, target + (column * Block), Block);
            }
            else
            {
                Part(source + column, sourceRow, target + (column * Block), Block, (Block, width));
            }
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
    private static void Whole(float* from, nint fromRow, float* to, nint toRow)
    {
        Half(from, fromRow, to, toRow, 0);
        Half(from, fromRow, to, toRow, 4);
    }

    // Columns first to first + 3 of the block: a 4×4 block of the upper four rows beside one of the lower four.
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
