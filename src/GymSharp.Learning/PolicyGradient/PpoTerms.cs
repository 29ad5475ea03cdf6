using GymSharp.Neural;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>The loss of proximal policy optimisation and its parts.</summary>
/// <param name="Total">What is minimised: one number.</param>
/// <param name="Policy">The clipped loss of the policy: one number.</param>
/// <param name="Value">The critic's mean squared error: one number.</param>
/// <param name="Entropy">Mean entropy of the policy, in nats: one number.</param>
/// <param name="Ratio">New over old probability of each action: [rows].</param>
public readonly record struct PpoTerms(Tensor Total, Tensor Policy, Tensor Value, Tensor Entropy, Tensor Ratio)
{
    /// <summary>
    /// How far the policy has moved from the one that acted: <c>mean(r − 1 − ln r)</c>, an estimate of KL(old ‖ new)
    /// that is never negative. Schulman (2020), "Approximating KL Divergence".
    /// </summary>
    public double ApproximateKl()
    {
        double sum = 0;
        foreach (float ratio in Ratio.Values)
        {
            sum += ratio - 1 - Math.Log(ratio);
        }

        return sum / Ratio.Shape.Length;
    }

    /// <summary>Share of the samples whose ratio is outside the clip range.</summary>
    public double ClipFraction(double clipRange)
    {
        int outside = 0;
        foreach (float ratio in Ratio.Values)
        {
            outside += Math.Abs(ratio - 1) > clipRange ? 1 : 0;
        }

        return (double)outside / Ratio.Shape.Length;
    }
}
