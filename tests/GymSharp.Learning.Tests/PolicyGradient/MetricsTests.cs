namespace GymSharp.Learning.PolicyGradient;

public sealed class MetricsTests
{
    [Fact]
    public void Metrics_are_means_and_those_without_numbers_are_left_out()
    {
        UpdateMetrics metrics = new("a", "b", "c");
        metrics.Add(0, 1);
        metrics.Add(0, 3);
        metrics.Add(2, 5);
        KeyValuePair<string, double>[] expected = [new("a", 2), new("c", 5)];
        Assert.Equal(expected, metrics.ToArray());
        Assert.Equal(2, metrics.Count);
        Assert.Equal("c", metrics[1].Key);
        Assert.Throws<ArgumentOutOfRangeException>(() => metrics[2]);
        metrics.Clear();
        Assert.Empty(metrics);
    }

    [Fact]
    public void The_metric_that_went_first_is_known()
    {
        UpdateMetrics metrics = new("a", "b");
        metrics.Add(0, 1);
        metrics.Add(1, [2, 4]);
        Assert.Null(metrics.Failure);
        metrics.Add(1, double.NaN);
        metrics.Add(0, double.PositiveInfinity);
        metrics.Add(1, 1);
        metrics.Add(1, 1);
        Assert.Equal(("b", 2), metrics.Failure);
        metrics.Clear();
        Assert.Null(metrics.Failure);
    }

    [Fact]
    public void Explained_variance_is_1_for_an_oracle_0_for_a_constant_and_finite_where_nothing_varies()
    {
        Assert.Equal(1, Statistics.ExplainedVariance([1, 2, 4], [1, 2, 4]), 12);
        Assert.Equal(0, Statistics.ExplainedVariance([1, 2, 4], [7, 7, 7]), 12);
        Assert.Equal(-3, Statistics.ExplainedVariance([1, -1], [-1, 1]), 12);
        Assert.Equal(0, Statistics.ExplainedVariance([3, 3], [1, 2]));
    }

    [Fact]
    public void Standardized_numbers_have_mean_0_and_sample_deviation_1()
    {
        float[] values = [1, 2, 3];
        Statistics.Standardize(values);
        Assert.Equal(-1, values[0], 1e-6f);
        Assert.Equal(0, values[1], 1e-6f);
        Assert.Equal(1, values[2], 1e-6f);
    }
}
