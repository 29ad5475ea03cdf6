using System.Numerics;

namespace GymSharp.Environments.MinAtar;

/// <summary>A set of cells of the 10 x 10 grid: bit 10 y + x of a number stands for column x of row y.</summary>
internal readonly record struct CellSet(UInt128 Bits)
{
    private const int Size = MinAtarGame.Size;
    private const int Cells = Size * Size;
    private static readonly UInt128 Everything = (UInt128.One << Cells) - 1;
    private static readonly UInt128 FirstColumn = Everything / ((1 << Size) - 1);

    /// <summary>No cell.</summary>
    public static CellSet Empty => default;

    public bool IsEmpty => Bits == UInt128.Zero;

    /// <summary>Whether all bits stand for cells.</summary>
    public bool IsValid => Bits <= Everything;

    /// <summary>Number of cells in the set.</summary>
    public int Count => BitOperations.PopCount((ulong)Bits) + BitOperations.PopCount((ulong)(Bits >> 64));

    public static CellSet operator &(CellSet left, CellSet right) => new(left.Bits & right.Bits);

    /// <summary>The cells of a rectangle.</summary>
    public static CellSet Rectangle(int left, int top, int width, int height)
    {
        CellSet result = default;
        for (int y = top; y < top + height; y++)
        {
            for (int x = left; x < left + width; x++)
            {
                result = result.With(x, y);
            }
        }

        return result;
    }

    public bool Contains(int x, int y) => ((ulong)(Bits >> ((y * Size) + x)) & 1) != 0;

    public bool TouchesColumn(int x) => (Bits & (FirstColumn << x)) != UInt128.Zero;

    public bool TouchesLastRow() => Bits >> (Cells - Size) != UInt128.Zero;

    public CellSet With(int x, int y) => new(Bits | (UInt128.One << ((y * Size) + x)));

    public CellSet Without(CellSet others) => new(Bits & ~others.Bits);

    /// <summary>Every cell one row up; those of the first row leave.</summary>
    public CellSet Up() => new(Bits >> Size);

    /// <summary>Every cell one row down; those of the last row leave.</summary>
    public CellSet Down() => new((Bits << Size) & Everything);

    /// <summary>Every cell one row down; those of the last row come back in the first.</summary>
    public CellSet DownAround() => new(((Bits << Size) & Everything) | (Bits >> (Cells - Size)));

    /// <summary>Every cell one column aside, -1 or 1, where the column at that edge is empty.</summary>
    public CellSet Aside(int direction) => new(direction < 0 ? Bits >> 1 : Bits << 1);

    /// <summary>The lowest row in which a column has a cell, or -1.</summary>
    public int LowestIn(int x)
    {
        int y = Size - 1;
        while (y >= 0 && !Contains(x, y))
        {
            y--;
        }

        return y;
    }

    /// <summary>Marks every cell of the set in one channel.</summary>
    public void Draw(CellSheet sheet, int channel) => Draw(sheet, channel, channel);

    /// <summary>Marks every cell of the set in two channels.</summary>
    public void Draw(CellSheet sheet, int first, int second)
    {
        for (ulong low = (ulong)Bits; low != 0; low &= low - 1)
        {
            int cell = BitOperations.TrailingZeroCount(low);
            sheet.Mark(cell, first);
            sheet.Mark(cell, second);
        }

        for (ulong high = (ulong)(Bits >> 64); high != 0; high &= high - 1)
        {
            int cell = 64 + BitOperations.TrailingZeroCount(high);
            sheet.Mark(cell, first);
            sheet.Mark(cell, second);
        }
    }
}
