using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Kernels;

/// <summary>Adds up the rows of a matrix: the gradient of a bias.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>Adds every row to a vector, first row first.</summary>
    /// <param name="rows">The matrix, [count, width].</param>
    /// <param name="sum">The vector, [width].</param>
    /// <param name="count">Rows.</param>
    /// <param name="width">Columns.</param>
    public static void Add(float* rows, float* sum, int count, int width)
    {
        int done = 0;
        if (Hardware.Use512)
        {
            done = Whole<Lanes512>(rows, sum, count, width, done);
        }

        if (Hardware.Use256)
        {
            done = Whole<Lanes256>(rows, sum, count, width, done);
        }

        if (Hardware.Use128)
        {
            done = Whole<Lanes128>(rows, sum, count, width, done);
        }

        Whole<Lane>(rows, sum, count, width, done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Whole<TLanes>(float* rows, float* sum, int count, int width, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        int column = first;
        for (; column + (2 * TLanes.Count) <= width; column += 2 * TLanes.Count)
        {
            TLanes a = TLanes.Load(sum + column);
            TLanes b = TLanes.Load(sum + column + TLanes.Count);
            float* row = rows + column;
            for (int i = 0; i < count; i++)
            {
                a = TLanes.Add(a, TLanes.Load(row));
                b = TLanes.Add(b, TLanes.Load(row + TLanes.Count));
                row += width;
            }

            a.Store(sum + column);
            b.Store(sum + column + TLanes.Count);
        }

        for (; column + TLanes.Count <= width; column += TLanes.Count)
        {
            TLanes a = TLanes.Load(sum + column);
            float* row = rows + column;
            for (int i = 0; i < count; i++)
            {
                a = TLanes.Add(a, TLanes.Load(row));
                row += width;
            }

            a.Store(sum + column);
        }

        return column;
    }
}
