using GymSharp.Randomness;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Maps of FrozenLake: <c>S</c> start, <c>F</c> frozen, <c>H</c> hole, <c>G</c> goal, one string per row.
/// </summary>
public static class FrozenLakeMaps
{
    private const int MaximumTries = 100_000;

    private static readonly (string Name, string[] Rows)[] Known =
    [
        ("4x4", ["SFFF", "FHFH", "FFFH", "HFFG"]),
        ("8x8",
        [
            "SFFFFFFF", "FFFFFFFF", "FFFHFFFF", "FFFFFHFF",
            "FFFHFFFF", "FHHFFFHF", "FHFFHFHF", "FFFHFFFG",
        ]),
    ];

    /// <summary>Names of the maps that come with the environment.</summary>
    public static IReadOnlyList<string> Names => [.. Known.Select(map => map.Name)];

    /// <summary>A map by name.</summary>
    /// <exception cref="ArgumentException">No map has this name; the message lists those there are.</exception>
    public static IReadOnlyList<string> Named(string name)
    {
        foreach ((string known, string[] rows) in Known)
        {
            if (known == name)
            {
                return Array.AsReadOnly(rows);
            }
        }

        throw new ArgumentException(
            $"There is no map '{name}'. The maps are {string.Join(", ", Names)}; give rows of your own as 'desc'.",
            nameof(name));
    }

    /// <summary>
    /// Makes a square map with the start at the top left, the goal at the bottom right and a path between them;
    /// the same map as Gymnasium's <c>generate_random_map</c>.
    /// </summary>
    /// <param name="size">Rows and columns, at least 2.</param>
    /// <param name="p">Probability that a tile is frozen, above 0; more than 1 counts as 1.</param>
    /// <param name="seed">Makes the map reproducible; null for another one each time.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="size"/> is not from 2 to 1000, or <paramref name="p"/> is not above 0.
    /// </exception>
    /// <exception cref="ArgumentException">So few tiles are frozen that no map with a path turned up.</exception>
    public static IReadOnlyList<string> Random(int size = 8, double p = 0.8, ulong? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 1000);
        if (!(p > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(p), p, "With no frozen tile there is no path; a probability above 0 was expected.");
        }

        double frozen = Math.Min(1, p);
        double threshold = frozen / (frozen + (1 - frozen));
        Rng rng = seed is { } value ? new Rng(value) : Rng.FromOperatingSystem();
        char[] board = new char[size * size];
        for (int tries = 0; tries < MaximumTries; tries++)
        {
            foreach (ref char tile in board.AsSpan())
            {
                tile = threshold > rng.Random() ? 'F' : 'H';
            }

            board[0] = 'S';
            board[^1] = 'G';
            if (HasPath(board, size))
            {
                return Array.AsReadOnly([.. board.Chunk(size).Select(row => new string(row))]);
            }
        }

        throw new ArgumentException(
            $"None of {MaximumTries} maps of {size} x {size} tiles had a path with p = {p}. Raise p or lower the size.",
            nameof(p));
    }

    // Flood fill from the top left; a hole stops it.
    private static bool HasPath(ReadOnlySpan<char> board, int size)
    {
        bool[] seen = new bool[board.Length];
        Stack<int> frontier = new([0]);
        seen[0] = true;
        while (frontier.TryPop(out int tile))
        {
            if (board[tile] == 'G')
            {
                return true;
            }

            int column = tile % size;
            foreach (int next in (ReadOnlySpan<int>)
            [
                column > 0 ? tile - 1 : tile,
                column < size - 1 ? tile + 1 : tile,
                tile >= size ? tile - size : tile,
                tile < board.Length - size ? tile + size : tile,
            ])
            {
                if (!seen[next] && board[next] != 'H')
                {
                    seen[next] = true;
                    frontier.Push(next);
                }
            }
        }

        return false;
    }
}
