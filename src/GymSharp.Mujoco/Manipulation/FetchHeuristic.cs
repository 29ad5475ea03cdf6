using GymSharp.Spaces;

namespace GymSharp.Mujoco.Manipulation;

/// <summary>A hand-written controller for reach, push and pick and place.</summary>
/// <param name="kind">The task.</param>
internal sealed class FetchHeuristic(FetchKind kind)
{
    // Twenty actions of a metre each would be needed for one metre; more gain than that overshoots.
    private const double Gain = 20;
    private const double Near = 0.02;
    private const double Above = 0.09;
    private const double Behind = 0.075;
    private const double Open = 1;
    private const double Close = -1;
    private const int GraspSteps = 4;
    private int held;
    private bool isBehind;

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

    // To the far side of the box as the goal sees it, above it so as not to touch it, down, and forward.
    private float[] Push(double[] seen, double[] goal)
    {
        double x = goal[0] - seen[3];
        double y = goal[1] - seen[4];
        double distance = Math.Max(Length(x, y), 1e-6);
        if (distance < Near)
        {
            return Towards(seen, seen[0], seen[1], seen[2], Close);
        }

        (x, y) = (x / distance, y / distance);
        double startX = seen[3] - (Behind * x);
        double startY = seen[4] - (Behind * y);
        double aside = (seen[6] * y) - (seen[7] * x);
        double before = (seen[6] * x) + (seen[7] * y);
        isBehind &= Math.Abs(aside) < 1.5 * Near && before > 0;
        if (isBehind)
        {
            // A little against what the box has gone aside keeps it on its way.
            double speed = Math.Min(distance, 0.03);
            return Towards(
                seen, seen[0] + (x * speed) + (y * aside), seen[1] + (y * speed) - (x * aside), seen[5], Close);
        }

        bool isOver = Length(seen[0] - startX, seen[1] - startY) < Near;
        isBehind = isOver && seen[2] - seen[5] < Near;
        return Towards(seen, startX, startY, isOver ? seen[5] : seen[5] + Above, Close);
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
