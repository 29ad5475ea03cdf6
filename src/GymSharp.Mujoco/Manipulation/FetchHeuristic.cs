using GymSharp.Spaces;

namespace GymSharp.Mujoco.Manipulation;

/// <summary>A hand-written controller for reach, push and pick and place.</summary>
/// <param name="kind">The task.</param>
internal sealed class FetchHeuristic(FetchKind kind)
{
    // Twenty actions of a metre each would be needed for one metre; more gain than that overshoots.
    private const double Gain = 20;
    private const double Near = 0.02;
    private const double Above = 0.07;
    private const double Behind = 0.06;
    private const double Clear = 0.04;
    private const double Still = 0.003;
    private const double Tight = 0.025;
    private const double Loose = 0.045;
    private const double Open = 1;
    private const double Close = -1;
    private const int GraspSteps = 4;
    private int held;
    private bool isBehind;
    private bool isDone;

    /// <summary>Chooses the next action.</summary>
    public float[] Choose(DictValue observation)
    {
        double[] seen = observation.Get<double[]>(IGoalEnv.ObservationKey);
        double[] goal = observation.Get<double[]>(IGoalEnv.DesiredGoalKey);
        return kind switch
        {
            FetchKind.Reach => Towards(seen, goal[0], goal[1], goal[2], Close),
            FetchKind.Push => Push(seen, goal),
            _ => Carry(seen, goal),
        };
    }

    private static float[] Towards(double[] seen, double x, double y, double z, double fingers) =>
    [
        (float)Math.Clamp(Gain * (x - seen[0]), -1, 1),
        (float)Math.Clamp(Gain * (y - seen[1]), -1, 1),
        (float)Math.Clamp(Gain * (z - seen[2]), -1, 1),
        (float)fingers,
    ];

    // Above the box, down around it, close, carry.
    private float[] Carry(double[] seen, double[] goal)
    {
        double aside = Length(seen[6], seen[7]);
        bool isAround = aside < Near && Math.Abs(seen[8]) < Near;
        if (!isAround)
        {
            held = 0;
            double height = aside < Near ? seen[5] : seen[5] + Above;
            return Towards(seen, seen[3], seen[4], height, Open);
        }

        held++;
        return held <= GraspSteps
            ? Towards(seen, seen[3], seen[4], seen[5], Close)
            : Towards(seen, goal[0], goal[1], goal[2], Close);
    }

    // Up, over the far side of the box as the goal sees it, down, and forward.
    private float[] Push(double[] seen, double[] goal)
    {
        double x = goal[0] - seen[3];
        double y = goal[1] - seen[4];
        double distance = Length(x, y);
        isDone = distance < (isDone ? Loose : Tight);
        if (isDone)
        {
            return Towards(seen, seen[0], seen[1], seen[2], Close);
        }

        (x, y) = (x / distance, y / distance);
        double aside = (seen[6] * y) - (seen[7] * x);
        double before = (seen[6] * x) + (seen[7] * y);
        isBehind &= Math.Abs(aside) < 1.5 * Near && before > 0;
        if (!isBehind)
        {
            return GoBehind(seen, x, y, before);
        }

        // A little against what the box has gone aside keeps it on its way.
        double speed = Math.Clamp(0.5 * distance, 0.01, 0.03);
        return Towards(
            seen, seen[0] + (x * speed) + (y * aside), seen[1] + (y * speed) - (x * aside), seen[5], Close);
    }

    private float[] GoBehind(double[] seen, double x, double y, double before)
    {
        double startX = seen[3] - (Behind * x);
        double startY = seen[4] - (Behind * y);
        double away = Length(seen[0] - startX, seen[1] - startY);

        // At the end of its reach the arm stops before it is there.
        bool isOver = away < Near || (away < 2 * Near && before > Clear && Length(seen[20], seen[21]) < Still);
        bool isHigh = seen[2] > seen[5] + Above - Near;
        bool isNear = Length(seen[6], seen[7]) < 2 * Behind;
        isBehind = isOver && seen[2] - seen[5] < Near;
        return isOver ? Towards(seen, startX, startY, seen[5], Close)
            : isHigh || !isNear ? Towards(seen, startX, startY, seen[5] + Above, Close)
            : Towards(seen, seen[0], seen[1], seen[5] + Above, Close);
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
