namespace GymSharp.Learning.ValueBased;

/// <summary>Means over the updates since the last report.</summary>
internal sealed class UpdateMetrics
{
    private double loss;
    private double norm;
    private double error;
    private double value;
    private long updates;

    /// <summary>Takes an update into account.</summary>
    public void Add(float lossOfUpdate, float gradientNorm, ReadOnlySpan<float> errors)
    {
        loss += lossOfUpdate;
        norm += gradientNorm;
        error += Mean(errors);
        updates++;
    }

    /// <summary>Takes the values of an update's transitions into account.</summary>
    public void AddValues(ReadOnlySpan<float> values) => value += Mean(values);

    /// <summary>The means, where there were updates, and what is added to them; then begins anew.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Take(params ReadOnlySpan<KeyValuePair<string, double>> more)
    {
        if (updates == 0)
        {
            return [.. more];
        }

        KeyValuePair<string, double>[] all =
        [
            new("loss", loss / updates),
            new("mean_q", value / updates),
            new("td_error", error / updates),
            new("gradient_norm", norm / updates),
            .. more,
        ];
        (loss, norm, error, value, updates) = (0, 0, 0, 0, 0);
        return all;
    }

    private static double Mean(ReadOnlySpan<float> numbers)
    {
        double sum = 0;
        foreach (float number in numbers)
        {
            sum += number;
        }

        return sum / numbers.Length;
    }
}
