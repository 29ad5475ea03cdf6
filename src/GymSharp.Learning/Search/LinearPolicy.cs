namespace GymSharp.Learning.Search;

/// <summary>Scores actions by <c>W x + b</c>.</summary>
/// <param name="inputs">Number of features, at least 1.</param>
/// <param name="outputs">Number of scores, at least 1.</param>
public sealed class LinearPolicy(int inputs, int outputs) : IPolicy<double[], double[]>
{
    private readonly double[] scores = new double[outputs];
    private double[] weights = new double[outputs * (inputs + 1)];

    /// <summary>Number of features.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>Number of scores.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>
    /// The parameters: for each score its weights and then its bias, <c>outputs × (inputs + 1)</c> of them.
    /// </summary>
    /// <exception cref="ArgumentException">The number of parameters is another.</exception>
    public double[] Weights
    {
        get => weights;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            weights = value.Length == weights.Length
                ? value
                : throw new ArgumentException(
                    $"This policy has {weights.Length} parameters, got {value.Length}.", nameof(value));
        }
    }

    /// <summary>The scores for a vector of features; the array is reused by the next call.</summary>
    public double[] Act(double[] observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        int stride = Inputs + 1;
        for (int output = 0; output < Outputs; output++)
        {
            ReadOnlySpan<double> row = weights.AsSpan(output * stride, stride);
            double sum = row[Inputs];
            for (int i = 0; i < Inputs; i++)
            {
                sum += row[i] * observation[i];
            }

            scores[output] = sum;
        }

        return scores;
    }
}
