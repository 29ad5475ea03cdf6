using GymSharp.Spaces;

namespace GymSharp.Mujoco.Mazes;

/// <summary>A hand-written controller: the shortest way over cells, and a spring to the next one.</summary>
/// <param name="walls">The maze.</param>
/// <param name="cellSize">Metres of a cell's side.</param>
internal sealed class PointMazeHeuristic(bool[,] walls, double cellSize)
{
    private const double Spring = 10;
    private const double Damper = 1;
    private static readonly (int Row, int Column)[] Neighbours = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    /// <summary>Chooses the next action.</summary>
    public float[] Choose(DictValue observation)
    {
        double[] seen = observation.Get<double[]>(IGoalEnv.ObservationKey);
        double[] goal = observation.Get<double[]>(IGoalEnv.DesiredGoalKey);
        (int Row, int Column) here = CellAt(seen[0], seen[1]);
        (int Row, int Column) there = CellAt(goal[0], goal[1]);
        (double x, double y) = (goal[0], goal[1]);
        if (here != there)
        {
            (int row, int column) = NextCell(here, there);
            (x, y) = PointMazeModel.Middle(walls, row, column, cellSize);
        }

        return
        [
            (float)Math.Clamp((Spring * (x - seen[0])) - (Damper * seen[2]), -1, 1),
            (float)Math.Clamp((Spring * (y - seen[1])) - (Damper * seen[3]), -1, 1),
        ];
    }

    private (int Row, int Column) CellAt(double x, double y) => (
        (int)Math.Floor((walls.GetLength(0) / 2.0) - (y / cellSize)),
        (int)Math.Floor((walls.GetLength(1) / 2.0) + (x / cellSize)));

    // Breadth first, from the goal: the first neighbour of the present cell that is reached is on a shortest way.
    private (int Row, int Column) NextCell((int Row, int Column) here, (int Row, int Column) there)
    {
        HashSet<(int, int)> seen = [there];
        Queue<(int Row, int Column)> queue = new(seen);
        while (queue.TryDequeue(out (int Row, int Column) cell))
        {
            foreach ((int row, int column) in Neighbours)
            {
                (int Row, int Column) next = (cell.Row + row, cell.Column + column);
                if (next == here)
                {
                    return cell;
                }

                if (!walls[next.Row, next.Column] && seen.Add(next))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return there;
    }
}
