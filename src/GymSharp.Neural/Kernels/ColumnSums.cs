using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>Adds up the rows of a matrix: the gradient of a bias.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>Adds every row of part of a matrix to a vector, first row first.</summary>
    /// <param name="rows">First element of the part.</param>
    /// <param name="sum">The vector, as long as the part has columns.</param>
    /// <param name="part">Rows and columns, and elements from one row to the next.</param>
    public static void Add(float* rows, float* sum, (int Rows, int Columns, int Stride) part)
    {
        int done = 0;
        if (Hardware.Use512)
        {
            done = Whole<Lanes512>(rows, sum, part, done);
        }

        if (Hardware.Use256 && done < part.Columns)
        {
            done = Whole<Lanes256>(rows, sum, part, done);
        }

        if (Hardware.Use128 && done < part.Columns)
        {
            done = Whole<Lanes128>(rows, sum, part, done);
        }

        if (done < part.Columns)
        {
            Whole<Lane>(rows, sum, part, done);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Whole<TLanes>(
        float* rows, float* sum, (int Rows, int Columns, int Stride) part, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        int column = first;
        for (; column + (2 * TLanes.Count) <= part.Columns; column += 2 * TLanes.Count)
        {
            TLanes a = TLanes.Load(sum + column);
            TLanes b = TLanes.Load(sum + column + TLanes.Count);
            float* row = rows + column;
            for (int i = 0; i < part.Rows; i++)
            {
                a = TLanes.Add(a, TLanes.Load(row));
                b = TLanes.Add(b, TLanes.Load(row + TLanes.Count));
                row += part.Stride;
            }

            a.Store(sum + column);
            b.Store(sum + column + TLanes.Count);
        }

        for (; column + TLanes.Count <= part.Columns; column += TLanes.Count)
        {
            TLanes a = TLanes.Load(sum + column);
            float* row = rows + column;
            for (int i = 0; i < part.Rows; i++)
            {
                a = TLanes.Add(a, TLanes.Load(row));
                row += part.Stride;
            }

            a.Store(sum + column);
        }

        return column;
    }
}
