using FsCheck;
using FsCheck.Fluent;
using GymSharp.Environments.MinAtar;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Sets of cells against plain sets of coordinates.</summary>
public sealed class CellSetTests
{
    [Fact]
    public void Moves_are_those_of_a_set_of_coordinates() => ForAnySet((set, cells) =>
    {
        Same(cells.Select(cell => (cell.X, cell.Y - 1)).Where(Inside), set.Up());
        Same(cells.Select(cell => (cell.X, cell.Y + 1)).Where(Inside), set.Down());
        Same(cells.Select(cell => (cell.X, (cell.Y + 1) % 10)), set.DownAround());
        foreach (int direction in new[] { -1, 1 })
        {
            int edge = direction < 0 ? 0 : 9;
            if (!set.TouchesColumn(edge))
            {
                Same(cells.Select(cell => (cell.X + direction, cell.Y)), set.Aside(direction));
            }
        }
    });

    [Fact]
    public void Questions_are_answered_as_by_a_set_of_coordinates() => ForAnySet((set, cells) =>
    {
        Assert.Equal(cells.Count, set.Count);
        Assert.Equal(cells.Count == 0, set.IsEmpty);
        Assert.True(set.IsValid);
        Assert.Equal(cells.Any(cell => cell.Y == 9), set.TouchesLastRow());
        for (int x = 0; x < 10; x++)
        {
            Assert.Equal(cells.Any(cell => cell.X == x), set.TouchesColumn(x));
            IEnumerable<int> rows = cells.Where(cell => cell.X == x).Select(cell => cell.Y);
            Assert.Equal(rows.DefaultIfEmpty(-1).Max(), set.LowestIn(x));
        }
    });

    [Fact]
    public void Two_sets_are_cut_and_subtracted_cell_by_cell() => ForAnySet((set, cells) =>
    {
        CellSet block = CellSet.Rectangle(left: 2, top: 3, width: 5, height: 4);
        HashSet<(int X, int Y)> inBlock =
            [.. cells.Where(cell => cell.X is >= 2 and < 7 && cell.Y is >= 3 and < 7)];
        Assert.Equal(20, block.Count);
        Same(inBlock, set & block);
        Same(cells.Except(inBlock), set.Without(block));
    });

    [Fact]
    public void Bits_beyond_the_grid_are_noticed() => Assert.False(new CellSet(UInt128.One << 100).IsValid);

    private static bool Inside((int X, int Y) cell) => cell.Y is >= 0 and < 10;

    private static void Same(IEnumerable<(int X, int Y)> expected, CellSet actual)
    {
        bool[] drawn = new bool[100];
        actual.Draw(new CellSheet(drawn, 1), 0);
        HashSet<(int X, int Y)> cells = [.. expected];
        for (int cell = 0; cell < drawn.Length; cell++)
        {
            Assert.Equal(cells.Contains((cell % 10, cell / 10)), drawn[cell]);
            Assert.Equal(drawn[cell], actual.Contains(cell % 10, cell / 10));
        }
    }

    private static void ForAnySet(Action<CellSet, HashSet<(int X, int Y)>> claim) =>
        Prop.ForAll<byte[]>(ArbMap.Default.ArbFor<byte[]>(), numbers =>
        {
            CellSet set = CellSet.Empty;
            HashSet<(int X, int Y)> cells = [];
            foreach (byte number in numbers)
            {
                (int x, int y) = (number % 10, number / 10 % 10);
                set = set.With(x, y);
                cells.Add((x, y));
            }

            claim(set, cells);
        }).QuickCheckThrowOnFailure();
}
