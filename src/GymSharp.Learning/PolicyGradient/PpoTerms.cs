namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// The parts of the loss of proximal policy optimisation: means over a batch, or sums on the way there.
/// </summary>
/// <param name="Policy">The clipped loss of the policy.</param>
/// <param name="Value">The critic's squared error.</param>
/// <param name="Entropy">Entropy of the policy, in nats.</param>
/// <param name="ApproximateKl">
/// How far the policy has moved from the one that acted: <c>r − 1 − ln r</c>, an estimate of KL(old ‖ new) that is
/// never negative. Schulman (2020), "Approximating KL Divergence".
/// </param>
/// <param name="ClipFraction">Share of the samples whose ratio is outside the clip range.</param>
public readonly record struct PpoTerms(
    double Policy, double Value, double Entropy, double ApproximateKl, double ClipFraction)
{
    /// <summary>Part by part.</summary>
    public static PpoTerms operator +(PpoTerms left, PpoTerms right) => new(
        left.Policy + right.Policy,
        left.Value + right.Value,
        left.Entropy + right.Entropy,
        left.ApproximateKl + right.ApproximateKl,
        left.ClipFraction + right.ClipFraction);

    /// <summary>Part by part.</summary>
    public static PpoTerms operator /(PpoTerms terms, double divisor) => new(
        terms.Policy / divisor,
        terms.Value / divisor,
        terms.Entropy / divisor,
        terms.ApproximateKl / divisor,
        terms.ClipFraction / divisor);

    /// <summary><c>Σ r − 1 − ln r</c>.</summary>
    internal static double Divergence(ReadOnlySpan<float> ratios)
    {
        double sum = 0;
        foreach (float ratio in ratios)
        {
            sum += ratio - 1 - MathF.Log(ratio);
        }

        return sum;
    }

    /// <summary>How many ratios are further from 1 than the clip range.</summary>
    internal static int Outside(ReadOnlySpan<float> ratios, double clipRange)
    {
        int outside = 0;
        foreach (float ratio in ratios)
        {
            outside += Math.Abs(ratio - 1) > clipRange ? 1 : 0;
        }

        return outside;
    }
}
