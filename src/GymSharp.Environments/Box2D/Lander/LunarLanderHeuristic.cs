namespace GymSharp.Environments.Box2D;

/// <summary>Gymnasium's controller of the lander: two proportional-derivative rules, for angle and height.</summary>
public static class LunarLanderHeuristic
{
    /// <summary>A discrete action.</summary>
    /// <param name="observation">An observation of a lunar lander.</param>
    public static int Choose(float[] observation)
    {
        (double lift, double turn) = Errors(observation);
        return lift > Math.Abs(turn) && lift > 0.05 ? 2
            : turn < -0.05 ? 3
            : turn > 0.05 ? 1
            : 0;
    }

    /// <summary>A continuous action.</summary>
    /// <param name="observation">An observation of a lunar lander.</param>
    /// <returns>Throttles of main and side engines, between −1 and 1.</returns>
    public static (double Main, double Side) Throttle(float[] observation)
    {
        (double lift, double turn) = Errors(observation);
        return (Math.Clamp((lift * 20) - 1, -1, 1), Math.Clamp(-turn * 20, -1, 1));
    }

    // The further to the side, the higher and the more inclined towards the pad, up to 0.4 rad.
    private static (double Lift, double Turn) Errors(float[] observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        double x = observation[0];
        double speedY = observation[3];
        if (observation[6] != 0 || observation[7] != 0)
        {
            return (-speedY * 0.5, 0);
        }

        double angle = Math.Clamp((x * 0.5) + (observation[2] * 1.0), -0.4, 0.4);
        double turn = ((angle - observation[4]) * 0.5) - (observation[5] * 1.0);
        double lift = (((0.55 * Math.Abs(x)) - observation[1]) * 0.5) - (speedY * 0.5);
        return (lift, turn);
    }
}
