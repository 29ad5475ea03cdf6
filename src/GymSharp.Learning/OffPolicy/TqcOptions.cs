using GymSharp.Learning.Options;

namespace GymSharp.Learning.OffPolicy;

/// <summary>Options of <see cref="Tqc"/>; the defaults are Stable-Baselines3-Contrib's.</summary>
public sealed record TqcOptions : SoftOptions
{
    /// <summary>Quantiles that each critic tells of the returns of an action.</summary>
    /// <value>The default is 25.</value>
    [Option("quantiles per critic", Least = 1, Most = 1000)]
    public int NQuantiles { get; init; } = 25;

    /// <summary>How many of the largest quantiles are left out of the target, times the number of critics.</summary>
    /// <value>The default is 2.</value>
    [Option("largest quantiles left out of the target, per critic", Least = 0)]
    public int TopQuantilesToDropPerNet { get; init; } = 2;

    /// <inheritdoc/>
    public override IEnumerable<string> Errors()
    {
        foreach (string error in base.Errors())
        {
            yield return error;
        }

        if (TopQuantilesToDropPerNet >= NQuantiles)
        {
            yield return "The option 'top_quantiles_to_drop_per_net' must be below 'n_quantiles', "
                + $"{NQuantiles}, so that some are left; got {TopQuantilesToDropPerNet}.";
        }
    }
}
