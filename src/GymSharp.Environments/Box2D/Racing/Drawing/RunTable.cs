using System.Runtime.CompilerServices;

namespace GymSharp.Environments.Box2D;

/// <summary>A shape with one run of pixels in each row.</summary>
internal sealed class RunTable
{
    /// <summary>Rows beyond either end of a shape that are known to be empty, to take several at once.</summary>
    public const int Margin = 10;

    /// <summary>Makes room for the rows of a picture.</summary>
    public RunTable(int height)
    {
        Left = new int[height + Margin];
        Right = new int[height + Margin];
        Length = new int[height];
    }

    /// <summary>First row of the shape.</summary>
    public int Top { get; set; }

    /// <summary>Last row of the shape; above <see cref="Top"/> where it has none.</summary>
    public int Bottom { get; set; } = -1;

    /// <summary>First column of each row.</summary>
    public int[] Left { get; }

    /// <summary>Last column of each row; before the first where a row is empty.</summary>
    public int[] Right { get; }

    /// <summary>Pixels of each row, 0 where it is empty or the shape has no such row.</summary>
    public int[] Length { get; }

    /// <summary>Whether a pixel belongs to the shape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int x, int y) => (uint)(x - Left[y]) < (uint)Length[y];

    /// <summary>Empties the rows before and after the shape.</summary>
    public void EmptyMargins()
    {
        int before = Math.Max(Top - Margin, 0);
        Left.AsSpan(before, Top - before).Fill(int.MaxValue);
        Right.AsSpan(before, Top - before).Fill(-1);
        Left.AsSpan(Bottom + 1, Margin).Fill(int.MaxValue);
        Right.AsSpan(Bottom + 1, Margin).Fill(-1);
    }

    /// <summary>Forgets the shape.</summary>
    public void Clear()
    {
        if (Top <= Bottom)
        {
            Length.AsSpan(Top, Bottom - Top + 1).Clear();
        }

        Bottom = Top - 1;
    }

    /// <summary>The outermost and the innermost ends of some rows.</summary>
    public ((int Outer, int Inner) Left, (int Inner, int Outer) Right) Range(int first, int last)
    {
        (int outerLeft, int innerLeft) = (int.MaxValue, int.MinValue);
        (int innerRight, int outerRight) = (int.MaxValue, int.MinValue);
        for (int y = first; y <= last; y++)
        {
            (int left, int right) = (Left[y], Right[y]);
            innerLeft = Math.Max(innerLeft, left);
            innerRight = Math.Min(innerRight, right);
            if (left <= right)
            {
                outerLeft = Math.Min(outerLeft, left);
                outerRight = Math.Max(outerRight, right);
            }
        }

        return ((outerLeft, innerLeft), (innerRight, outerRight));
    }
}
