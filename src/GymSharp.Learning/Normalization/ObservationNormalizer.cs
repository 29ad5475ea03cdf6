using GymSharp.State;

namespace GymSharp.Learning.Normalization;

/// <summary>Shifts and scales observations to mean 0 and variance 1 by the statistics of training.</summary>
/// <remarks><c>clip((o − mean) / √(variance + ε), ±limit)</c>, as VecNormalize of OpenAI's baselines.</remarks>
public sealed class ObservationNormalizer
{
    private readonly RunningMoments moments;
    private readonly float limit;
    private readonly double epsilon;

    /// <summary>Makes a normaliser that has seen nothing.</summary>
    /// <param name="size">Numbers in an observation.</param>
    /// <param name="limit">Largest absolute value of a result.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public ObservationNormalizer(int size, float limit = 10, double epsilon = 1e-8)
    {
        moments = new RunningMoments(size);
        this.limit = limit;
        this.epsilon = epsilon;
    }

    /// <summary>The statistics.</summary>
    public RunningMoments Moments => moments;

    /// <summary>Largest absolute value of a result.</summary>
    public float Limit => limit;

    /// <summary>Added to the variance.</summary>
    public double Epsilon => epsilon;

    /// <summary>Takes observations into account; evaluation does not.</summary>
    /// <param name="rows">Observations, one after the other.</param>
    public void Update(ReadOnlySpan<float> rows) => moments.Update(rows);

    /// <summary>Normalises observations.</summary>
    /// <param name="rows">Observations, one after the other.</param>
    /// <param name="results">Receives as many numbers; may be the same memory.</param>
    public void Apply(ReadOnlySpan<float> rows, Span<float> results)
    {
        ReadOnlySpan<double> mean = moments.Mean;
        ReadOnlySpan<double> variance = moments.Variance;
        for (int i = 0; i < mean.Length; i++)
        {
            double deviation = Math.Sqrt(variance[i] + epsilon);
            for (int at = i; at < rows.Length; at += mean.Length)
            {
                results[at] = Math.Clamp((float)((rows[at] - mean[i]) / deviation), -limit, limit);
            }
        }
    }

    /// <summary>Reads or writes the statistics.</summary>
    public void SyncState(StateSync sync) => moments.SyncState(sync);
}
