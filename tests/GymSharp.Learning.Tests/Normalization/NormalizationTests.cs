using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Normalization;

public sealed class NormalizationTests
{
    [Fact]
    public void Moments_of_batches_are_those_of_all_rows()
    {
        RunningMoments moments = new(2);
        moments.Update([1, 10, 2, 20]);
        moments.Update([6, 60]);

        // The first 0.0001 rows count with mean 0 and variance 1.
        double count = 3.0001;
        double mean = 9 / count;
        double squares = Square(1 - mean) + Square(2 - mean) + Square(6 - mean);
        double variance = ((0.0001 * (1 + (mean * mean))) + squares) / count;
        Assert.Equal(count, moments.Count, 12);
        Assert.Equal(mean, moments.Mean[0], 12);
        Assert.Equal(variance, moments.Variance[0], 12);
        Assert.Equal(10 * mean, moments.Mean[1], 12);
    }

    [Fact]
    public void Rows_that_are_not_whole_are_refused() =>
        Assert.Throws<ArgumentException>(() => new RunningMoments(2).Update([1, 2, 3]));

    [Fact]
    public void Observations_are_shifted_scaled_and_clipped()
    {
        ObservationNormalizer normalizer = new(1);
        normalizer.Update([0, 2, 4, 6]);
        float[] result = new float[2];
        normalizer.Apply([8, 1000], result);
        Assert.Equal((8 - 3) / Math.Sqrt(5), result[0], 3);
        Assert.Equal(10, result[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(128)]
    public void Each_number_is_scaled_by_what_it_was_before(int size)
    {
        const int Rows = 3;
        Rng rng = new(1);
        float[] rows = new float[Rows * size];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (float)(rng.StandardNormal() * 50);
        }

        ObservationNormalizer normalizer = new(size);
        normalizer.Update(rows);
        float[] results = new float[rows.Length];
        normalizer.Apply(rows, results);
        for (int i = 0; i < size; i++)
        {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < Rows; row++)
            {
                sum += rows[(row * size) + i];
            }

            double center = sum / Rows;
            for (int row = 0; row < Rows; row++)
            {
                squares += Square(rows[(row * size) + i] - center);
            }

            double mean = center * Rows / (Rows + 1e-4);
            double variance = (1e-4 + (squares / Rows * Rows) + (center * center * 1e-4 * Rows / (Rows + 1e-4)))
                / (Rows + 1e-4);
            Assert.Equal(mean, normalizer.Moments.Mean[i]);
            Assert.Equal(variance, normalizer.Moments.Variance[i]);
            double deviation = Math.Sqrt(variance + 1e-8);
            for (int at = i; at < rows.Length; at += size)
            {
                Assert.Equal(Math.Clamp((float)((rows[at] - mean) / deviation), -10, 10), results[at]);
            }
        }
    }

    [Fact]
    public void Rewards_are_divided_by_the_deviation_of_the_discounted_returns()
    {
        RewardNormalizer normalizer = new(2, gamma: 0.5);
        float[] rewards = [1, 3];
        normalizer.Apply(rewards, [false, true], [false, false]);

        // Returns 1 and 3, and 0.0001 rows of mean 0 and variance 1 from before.
        double first = Deviation([1, 3]);
        Assert.Equal(1 / first, rewards[0], 1e-6);
        Assert.Equal(3 / first, rewards[1], 1e-6);

        // Returns 0.5 * 1 + 2 = 2.5 and, after an end, 4.
        float[] next = [2, 4];
        normalizer.Apply(next, [false, false], [false, false]);
        Assert.Equal(2 / Deviation([1, 3, 2.5, 4]), next[0], 1e-6);
    }

    [Fact]
    public void Statistics_are_saved()
    {
        RewardNormalizer first = new(1, 0.9);
        first.Apply([3], [false], [false]);
        StateSync writing = StateSync.ForWriting();
        first.SyncState(writing);
        RewardNormalizer second = new(1, 0.9);
        second.SyncState(StateSync.ForReading(writing.ToArray()));
        float[] one = [1];
        float[] two = [1];
        first.Apply(one, [false], [false]);
        second.Apply(two, [false], [false]);
        Assert.Equal(one, two);
        Assert.Equal(first.Moments.Variance[0], second.Moments.Variance[0]);
    }

    private static double Deviation(double[] returns)
    {
        double count = returns.Length + 0.0001;
        double mean = returns.Sum() / count;
        double squares = returns.Sum(value => Square(value - mean)) + (0.0001 * (1 + (mean * mean)));
        return Math.Sqrt((squares / count) + 1e-8);
    }

    private static double Square(double value) => value * value;
}
