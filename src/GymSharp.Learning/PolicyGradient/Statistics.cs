namespace GymSharp.Learning.PolicyGradient;

/// <summary>Sums over samples, in double precision.</summary>
internal static class Statistics
{
    /// <summary>Mean.</summary>
    public static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Mean and variance of the population.</summary>
    public static (double Mean, double Variance) Moments(ReadOnlySpan<float> values)
    {
        double mean = Mean(values);
        double squares = 0;
        foreach (float value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, squares / values.Length);
    }

    /// <summary>Shifts and scales values to mean 0 and (sample) standard deviation 1.</summary>
    public static void Standardize(Span<float> values)
    {
        (double mean, double variance) = Moments(values);
        double scale = 1 / (Math.Sqrt(variance * values.Length / (values.Length - 1)) + 1e-8);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((values[i] - mean) * scale);
        }
    }

    /// <summary>
    /// How much of the returns the critic foresaw: <c>1 − Var(R − V) / Var R</c>; 1 is all, 0 no more than a constant
    /// would, below 0 less. Also 0 where all returns are alike.
    /// </summary>
    public static double ExplainedVariance(ReadOnlySpan<float> returns, ReadOnlySpan<float> values)
    {
        (_, double variance) = Moments(returns);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            double error = (double)returns[i] - values[i];
            sum += error;
            squares += error * error;
        }

        double mean = sum / returns.Length;
        return variance == 0 ? 0 : 1 - (((squares / returns.Length) - (mean * mean)) / variance);
    }
}
