namespace GymSharp.Environments.Box2D;

/// <summary>
/// Gymnasium's controller of the walker: swing one leg, put it down, push off with the other, and change roles.
/// </summary>
public sealed class BipedalWalkerHeuristic
{
    private const double TopSpeed = 0.29;
    private const double SupportKneeAngle = 0.1;
    private readonly double[] action = new double[4];
    private Phase phase = Phase.StayOnOneLeg;
    private int moving;
    private double supportingKnee = SupportKneeAngle;

    private enum Phase
    {
        StayOnOneLeg,
        PutOtherDown,
        PushOff,
    }

    private int Supporting => 1 - moving;

    /// <summary>Chooses the next action.</summary>
    /// <param name="observation">An observation of a bipedal walker.</param>
    /// <returns>Four numbers between −1 and 1, in memory that the next call uses again.</returns>
    public double[] Choose(float[] observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        Span<double> hips = [0, 0];
        Span<double> knees = [0, 0];
        Plan(observation, hips, knees);
        for (int leg = 0; leg < 2; leg++)
        {
            ReadOnlySpan<float> state = observation.AsSpan(4 + (5 * leg), 5);
            double hip = hips[leg] != 0 ? (0.9 * (hips[leg] - state[0])) - (0.25 * state[1]) : 0;
            double knee = knees[leg] != 0 ? (4.0 * (knees[leg] - state[2])) - (0.25 * state[3]) : 0;
            hip -= (0.9 * (0 - (double)observation[0])) - (1.5 * observation[1]);
            knee -= 15.0 * observation[3];
            action[2 * leg] = Math.Clamp(0.5 * hip, -1, 1);
            action[(2 * leg) + 1] = Math.Clamp(0.5 * knee, -1, 1);
        }

        return action;
    }

    // Targets of 0 mean that a joint is left to itself.
    private void Plan(float[] observation, Span<double> hips, Span<double> knees)
    {
        ReadOnlySpan<float> movingLeg = observation.AsSpan(4 + (5 * moving), 5);
        ReadOnlySpan<float> supportingLeg = observation.AsSpan(4 + (5 * Supporting), 5);
        if (phase == Phase.StayOnOneLeg)
        {
            hips[moving] = 1.1;
            knees[moving] = -0.6;
            supportingKnee += 0.03;
            supportingKnee += observation[2] > TopSpeed ? 0.03 : 0;
            supportingKnee = Math.Min(supportingKnee, SupportKneeAngle);
            knees[Supporting] = supportingKnee;
            phase = supportingLeg[0] < 0.10 ? Phase.PutOtherDown : phase;
        }

        if (phase == Phase.PutOtherDown)
        {
            hips[moving] = 0.1;
            knees[moving] = SupportKneeAngle;
            knees[Supporting] = supportingKnee;
            if (movingLeg[4] != 0)
            {
                phase = Phase.PushOff;
                supportingKnee = Math.Min(movingLeg[2], SupportKneeAngle);
            }
        }

        if (phase == Phase.PushOff)
        {
            knees[moving] = supportingKnee;
            knees[Supporting] = 1.0;
            if (supportingLeg[2] > 0.88 || observation[2] > 1.2 * TopSpeed)
            {
                phase = Phase.StayOnOneLeg;
                moving = 1 - moving;
            }
        }
    }
}
