using System.Collections;
using System.Globalization;
using GymSharp.Spaces;

namespace GymSharp.Mujoco.Mazes;

/// <summary>A ball that is pushed through a maze to a goal.</summary>
/// <remarks>
/// <para>Observation, a dictionary: <c>observation</c>, <c>double[4]</c>, the ball's place and velocity x and y (m,
/// m/s); <c>achieved_goal</c>, its place; <c>desired_goal</c>, where it shall be. Cells are squares of one metre, the
/// middle of the maze is (0, 0). Action: the force x and y, from −1 to 1 for 100 N; the ball is never faster than
/// 5 m/s in either direction.</para>
/// <para>Reward: 1 for each step at whose end the goal is at most 0.45 m away, else 0; dense: exp(−distance). By
/// default it never terminates; <c>Gym.Make</c> truncates after 300, 600 or 800 steps. Info: <c>success</c>.</para>
/// <para>Reset options: <c>goal_cell</c> and <c>reset_cell</c>, row and column.</para>
/// <para>J. Fu et al., "D4RL: Datasets for Deep Data-Driven Reinforcement Learning", 2020.</para>
/// </remarks>
public sealed class PointMazeEnv : GoalEnv, IHasHeuristic<DictValue, float[]>
{
    private const double CellSize = 1;
    private const double WallHeight = 0.4;
    private const double Noise = 0.25;
    private const double Threshold = 0.45;
    private const double LargestSpeed = 5;
    private static readonly Info Away = Info.Of("success", false);
    private static readonly Info There = Info.Of("success", true);

    private readonly PointMazeOptions options;
    private readonly bool[,] walls;
    private (int Row, int Column)? wantedGoal;
    private (int Row, int Column)? wantedStart;

    /// <summary>Makes the environment without wrappers.</summary>
    /// <param name="options">The maze, reward and pictures; null for the defaults.</param>
    public PointMazeEnv(PointMazeOptions? options = null)
        : base(
            WithCamera(options ?? new()),
            ModelOf((options ?? new()).Map),
            new GoalLayout(4, 2, 2, 50, "target"))
    {
        this.options = options ?? new();
        walls = Map.Walls();
    }

    /// <summary>The plan of the maze.</summary>
    public MazeMap Map => options.Map;

    /// <inheritdoc/>
    public override double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired)
    {
        double distance = Distance(achieved, desired);
        return Reward == GoalReward.Dense ? Math.Exp(-distance) : distance <= Threshold ? 1 : 0;
    }

    /// <inheritdoc/>
    public override bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        !options.IsContinuing && IsSuccess(achieved, desired);

    /// <inheritdoc/>
    public override bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        Distance(achieved, desired) <= Threshold;

    /// <inheritdoc/>
    public Func<DictValue, float[]> CreateHeuristic() => new PointMazeHeuristic(walls, CellSize).Choose;

    private protected override void Prepare(ResetOptions options)
    {
        (int, int)? goal = ReadCell(options, "goal_cell");
        (int, int)? start = ReadCell(options, "reset_cell");
        if (start is null && Map.Starts.Count == 1
            && (goal is null ? Map.Goals.Contains(Map.Starts[0]) : goal == Map.Starts[0]))
        {
            throw new ArgumentException(
                "The goal may lie in the only cell to start in. Give another goal_cell, or a reset_cell.",
                nameof(options));
        }

        (wantedGoal, wantedStart) = (goal, start);
    }

    private protected override void Start(Span<double> desired)
    {
        Span<double> place = stackalloc double[2];
        if (wantedGoal is { } goal)
        {
            Middle(goal, desired);
            AddNoise(desired);
        }
        else
        {
            DrawGoal(desired);
        }

        if (wantedStart is { } start)
        {
            Middle(start, place);
        }
        else
        {
            do
            {
                Middle(Map.Starts[(int)Rng.Integers(0, Map.Starts.Count)], place);
            }
            while (Distance(place, desired) <= 0.5 * CellSize);
        }

        AddNoise(place);
        Data.Reset();
        place.CopyTo(Data.Qpos);
        Data.Forward();
    }

    private protected override void Act(ReadOnlySpan<float> action)
    {
        foreach (ref double speed in Data.Qvel)
        {
            speed = Math.Clamp(speed, -LargestSpeed, LargestSpeed);
        }

        Data.Forward();
        Data.Ctrl[0] = action[0];
        Data.Ctrl[1] = action[1];
        Data.Step();
        Data.RnePostConstraint();
    }

    private protected override void Observe(Span<double> observation, Span<double> achieved)
    {
        Data.Qpos.CopyTo(observation);
        Data.Qvel.CopyTo(observation[2..]);
        Data.Qpos.CopyTo(achieved);
    }

    private protected override Info Describe(bool isSuccess, bool isReset) => isSuccess ? There : Away;

    private protected override void AfterStep(ReadOnlySpan<double> achieved, Span<double> desired)
    {
        if (options is { IsContinuing: true, MovesGoal: true } && Map.Goals.Count > 1)
        {
            while (IsSuccess(achieved, desired))
            {
                DrawGoal(desired);
            }
        }
    }

    private protected override void PlaceMark(Span<double> place, ReadOnlySpan<double> desired)
    {
        desired.CopyTo(place);
        place[2] = WallHeight / 2 * CellSize;
    }

    private static MujocoModel ModelOf(MazeMap map) => SharedModels.Get(
        $"point maze\n{map}",
        () => MujocoModel.FromXml(PointMazeModel.Xml(map.Walls(), CellSize, WallHeight), "point maze"));

    private static PointMazeOptions WithCamera(PointMazeOptions options) => options.View.Camera == new CameraOptions()
        ? options with { View = options.View with { Camera = PointMazeOptions.CameraOver(options.Map) } }
        : options;

    private (int, int)? ReadCell(ResetOptions options, string name)
    {
        if (options.Count == 0 || !options.TryGet(name, out object? value) || value is null)
        {
            return null;
        }

        int[] cell = [];
        if (value is IEnumerable list and not string)
        {
            cell = [.. list.Cast<object?>().Select(part => part is IConvertible number and not string
                ? Convert.ToInt32(number, CultureInfo.InvariantCulture)
                : -1)];
        }

        return cell is [>= 0, >= 0] && cell[0] < Map.Rows && cell[1] < Map.Columns && !walls[cell[0], cell[1]]
            ? (cell[0], cell[1])
            : throw new ArgumentException(
                $"The reset option '{name}' must be row and column of a cell that is no wall, of {Map.Rows} rows and "
                + $"{Map.Columns} columns, counted from 0.",
                nameof(options));
    }

    private void DrawGoal(Span<double> desired)
    {
        Middle(Map.Goals[(int)Rng.Integers(0, Map.Goals.Count)], desired);
        AddNoise(desired);
    }

    private void Middle((int Row, int Column) cell, Span<double> place) =>
        (place[0], place[1]) = PointMazeModel.Middle(walls, cell.Row, cell.Column, CellSize);

    private void AddNoise(Span<double> place)
    {
        place[0] += Rng.Uniform(-Noise, Noise) * CellSize;
        place[1] += Rng.Uniform(-Noise, Noise) * CellSize;
    }
}
