using System.Numerics.Tensors;
using GymSharp.Learning.Views;
using GymSharp.State;

namespace GymSharp.Learning.Normalization;

/// <summary>Shifts and scales observations to mean 0 and variance 1 by the statistics of training.</summary>
/// <remarks><c>clip((o − mean) / √(variance + ε), ±limit)</c>, as VecNormalize of OpenAI's baselines.</remarks>
public sealed class ObservationNormalizer
{
    /// <summary>What is added to the variance where nothing else is said.</summary>
    public const double DefaultEpsilon = 1e-8;

    // A number of the goal that environments never change has no deviation, and those of hindsight, a hair beside it,
    // would be scaled to be told apart at once. OpenAI's baselines divide by 0.01 at least.
    private const double HindsightEpsilon = 1e-4;

    private readonly RunningMoments moments;
    private readonly float limit;
    private readonly double epsilon;
    private readonly double[] deviations;
    private readonly double[] row;
    private float[] turned = [];

    /// <summary>Makes a normaliser that has seen nothing.</summary>
    /// <param name="size">Numbers in an observation.</param>
    /// <param name="limit">Largest absolute value of a result.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public ObservationNormalizer(int size, float limit = 10, double epsilon = DefaultEpsilon)
    {
        moments = new RunningMoments(size);
        this.limit = limit;
        this.epsilon = epsilon;
        deviations = new double[size];
        row = new double[size];
    }

    /// <summary>Makes a normaliser for what a replay buffer remembers.</summary>
    /// <param name="size">Numbers in an observation.</param>
    /// <param name="hindsight">Whether goals are put in place of others, which no statistics know of.</param>
    internal static ObservationNormalizer ForReplay(int size, bool hindsight) =>
        new(size, epsilon: hindsight ? HindsightEpsilon : DefaultEpsilon);

    /// <summary>The statistics.</summary>
    public RunningMoments Moments => moments;

    /// <summary>Largest absolute value of a result.</summary>
    public float Limit => limit;

    /// <summary>Added to the variance.</summary>
    public double Epsilon => epsilon;

    /// <summary>Where it is there, mirror images count as seen: a picture and its image are scaled alike.</summary>
    internal Mirror? Mirror { get; set; }

    /// <summary>Takes observations into account; evaluation does not.</summary>
    /// <param name="rows">Observations, one after the other.</param>
    public void Update(ReadOnlySpan<float> rows)
    {
        moments.Update(rows);
        if (Mirror is not null)
        {
            Array.Resize(ref turned, rows.Length);
            rows.CopyTo(turned);
            Mirror.Turn(turned);
            moments.Update(turned);
        }
    }

    /// <summary>Normalises observations.</summary>
    /// <param name="rows">Observations, one after the other.</param>
    /// <param name="results">Receives as many numbers; may be the same memory.</param>
    public void Apply(ReadOnlySpan<float> rows, Span<float> results)
    {
        TensorPrimitives.Add(moments.Variance, epsilon, deviations);
        TensorPrimitives.Sqrt<double>(deviations, deviations);
        for (int at = 0; at < rows.Length; at += row.Length)
        {
            Span<float> result = results.Slice(at, row.Length);
            TensorPrimitives.ConvertTruncating<float, double>(rows.Slice(at, row.Length), row);
            TensorPrimitives.Subtract(row, moments.Mean, row);
            TensorPrimitives.Divide<double>(row, deviations, row);
            TensorPrimitives.ConvertTruncating<double, float>(row, result);
            TensorPrimitives.Clamp(result, -limit, limit, result);
        }
    }

    /// <summary>Reads or writes the statistics.</summary>
    public void SyncState(StateSync sync) => moments.SyncState(sync);
}
