using System.Collections;
using System.Globalization;

namespace GymSharp.Mujoco.Mazes;

/// <summary>The plan of a maze: rows from north to south, columns from west to east.</summary>
public sealed class MazeMap
{
    private readonly MazeCell[,] cells;

    private MazeMap(MazeCell[,] cells)
    {
        this.cells = cells;
        (Starts, Goals) = FindPlaces();
    }

    /// <summary>The number of rows.</summary>
    public int Rows => cells.GetLength(0);

    /// <summary>The number of columns.</summary>
    public int Columns => cells.GetLength(1);

    /// <summary>Where episodes may start, row and column.</summary>
    public IReadOnlyList<(int Row, int Column)> Starts { get; }

    /// <summary>Where goals may be, row and column.</summary>
    public IReadOnlyList<(int Row, int Column)> Goals { get; }

    /// <summary>A cell.</summary>
    public MazeCell this[int row, int column] => cells[row, column];

    /// <summary>
    /// Reads rows of <c>0</c> (free), <c>1</c> (wall), <c>r</c> (start), <c>g</c> (goal), <c>c</c> (either).
    /// </summary>
    /// <param name="rows">Rows of equal length.</param>
    /// <exception cref="ArgumentException">A row has another length or another letter, the rim is not all wall, or
    /// there is no start or no goal.</exception>
    public static MazeMap Parse(params IReadOnlyList<string> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0 || rows.Any(row => row.Length != rows[0].Length))
        {
            throw new ArgumentException("The rows of a maze must be as long as each other.", nameof(rows));
        }

        MazeCell[,] cells = new MazeCell[rows.Count, rows[0].Length];
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                cells[row, column] = Cell(rows[row][column]);
                bool isRim = row == 0 || column == 0 || row == rows.Count - 1 || column == rows[row].Length - 1;
                if (isRim && cells[row, column] != MazeCell.Wall)
                {
                    throw new ArgumentException(
                        $"The maze is open at row {row}, column {column}; its rim must be wall.", nameof(rows));
                }
            }
        }

        MazeMap map = new(cells);
        return map.Starts.Count > 0 && map.Goals.Count > 0 ? map : throw new ArgumentException(
            "The maze has no cell to start in, or none for a goal. Leave some cells free (0).", nameof(rows));
    }

    /// <summary>Which cells are walls.</summary>
    public bool[,] Walls()
    {
        bool[,] walls = new bool[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                walls[row, column] = cells[row, column] == MazeCell.Wall;
            }
        }

        return walls;
    }

    /// <summary>The rows as <see cref="Parse"/> takes them.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, Rows).Select(row =>
        string.Concat(Enumerable.Range(0, Columns).Select(column => "01rgc"[(int)cells[row, column]]))));

    /// <summary>Reads an argument: a list of rows, each a text or a list of 0, 1, r, g and c.</summary>
    internal static MazeMap Read(object? value)
    {
        if (value is IEnumerable rows and not string)
        {
            return Parse([.. rows.Cast<object?>().Select(Row)]);
        }

        throw new ArgumentException(
            "The argument 'maze_map' must be a list of rows, for example [[1,1,1],[1,0,1],[1,1,1]].", nameof(value));
    }

    private static string Row(object? row) => row switch
    {
        string text => text,
        IEnumerable list => string.Concat(
            list.Cast<object?>().Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))),
        _ => "",
    };

    private static MazeCell Cell(char letter) => "01rgc".IndexOf(letter, StringComparison.Ordinal) is var at and >= 0
        ? (MazeCell)at
        : throw new ArgumentException(
            $"A maze has no cell '{letter}'. Give 0 (free), 1 (wall), r (start), g (goal) or c (either).",
            nameof(letter));

    // Free cells stand in for what the map does not name; cells of both kinds come after the others.
    private ((int, int)[] Starts, (int, int)[] Goals) FindPlaces()
    {
        (int, int)[] free = Places(MazeCell.Free);
        (int, int)[] starts = Places(MazeCell.Start);
        (int, int)[] goals = Places(MazeCell.Goal);
        (int, int)[] both = Places(MazeCell.Both);
        if (both.Length == 0 && starts.Length == 0 && goals.Length == 0)
        {
            both = free;
        }
        else if (both.Length == 0 && starts.Length == 0)
        {
            starts = free;
        }
        else if (both.Length == 0 && goals.Length == 0)
        {
            goals = free;
        }

        return ([.. starts, .. both], [.. goals, .. both]);
    }

    private (int Row, int Column)[] Places(MazeCell kind)
    {
        List<(int, int)> places = [];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                if (cells[row, column] == kind)
                {
                    places.Add((row, column));
                }
            }
        }

        return [.. places];
    }
}
