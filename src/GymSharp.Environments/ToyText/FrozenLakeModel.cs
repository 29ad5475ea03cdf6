using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>Checks the arguments of FrozenLake and builds its table.</summary>
internal sealed class FrozenLakeModel
{
    private const int ActionCount = 4;
    private static readonly (int Row, int Column)[] Moves = [(0, -1), (1, 0), (0, 1), (-1, 0)];

    private readonly bool isSlippery;
    private readonly double successRate;
    private readonly double[] rewards;
    private readonly int rows;
    private readonly int columns;

    public FrozenLakeModel(
        IReadOnlyList<string> map, bool isSlippery, double successRate, IReadOnlyList<double> rewardSchedule)
    {
        this.isSlippery = isSlippery;
        this.successRate = Probability.Check(successRate, "success_rate", nameof(successRate));
        if (rewardSchedule.Count != 3 || !rewardSchedule.All(double.IsFinite))
        {
            throw new ArgumentException(
                "'reward_schedule' holds three finite numbers, for reaching the goal, a hole and any other tile; got "
                + $"[{string.Join(", ", rewardSchedule)}].",
                nameof(rewardSchedule));
        }

        CheckMap(map);
        rewards = [.. rewardSchedule];
        Map = [.. map];
        rows = Map.Length;
        columns = Map[0].Length;
    }

    public string[] Map { get; }

    public TransitionTable Build()
    {
        double[] initial = [.. Map.SelectMany(row => row).Select(tile => tile == 'S' ? 1.0 : 0.0)];
        double starts = initial.Sum();
        for (int i = 0; i < initial.Length; i++)
        {
            initial[i] /= starts;
        }

        return new TransitionTable(ActionCount, initial, Outcomes);
    }

    private static void CheckMap(IReadOnlyList<string> map)
    {
        if (map.Count == 0 || string.IsNullOrEmpty(map[0]))
        {
            throw new ArgumentException("'desc' is empty; give at least one row with one tile.", nameof(map));
        }

        for (int i = 0; i < map.Count; i++)
        {
            if (map[i] is null || map[i].Length != map[0].Length)
            {
                throw new ArgumentException(
                    $"Row {i} of 'desc' has {map[i]?.Length ?? 0} tiles where row 0 has {map[0].Length}; "
                    + "make all rows equally long.",
                    nameof(map));
            }

            int wrong = map[i].AsSpan().IndexOfAnyExcept("SFHG");
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    $"Row {i} of 'desc' has the letter '{map[i][wrong]}' in column {wrong}; "
                    + "use S (start), F (frozen), H (hole) and G (goal).",
                    nameof(map));
            }
        }

        if (!map.Any(row => row.Contains('S', StringComparison.Ordinal)))
        {
            throw new ArgumentException("'desc' has no start; make at least one tile an S.", nameof(map));
        }
    }

    private Transition[] Outcomes(int state, int action)
    {
        (int row, int column) = Math.DivRem(state, columns);
        if (Map[row][column] is 'G' or 'H')
        {
            return [new(1, state, 0, Terminated: true)];
        }

        if (!isSlippery)
        {
            return [Move(1, row, column, action)];
        }

        double failRate = (1.0 - successRate) / 2.0;
        return
        [
            Move(failRate, row, column, (action + 3) % ActionCount),
            Move(successRate, row, column, action),
            Move(failRate, row, column, (action + 1) % ActionCount),
        ];
    }

    private Transition Move(double probability, int row, int column, int direction)
    {
        int newRow = Math.Clamp(row + Moves[direction].Row, 0, rows - 1);
        int newColumn = Math.Clamp(column + Moves[direction].Column, 0, columns - 1);
        char tile = Map[newRow][newColumn];
        double reward = tile switch
        {
            'G' => rewards[0],
            'H' => rewards[1],
            _ => rewards[2],
        };
        return new(probability, (newRow * columns) + newColumn, reward, tile is 'G' or 'H');
    }
}
