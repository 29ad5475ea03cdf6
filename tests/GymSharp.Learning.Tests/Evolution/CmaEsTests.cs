using GymSharp.Learning.Training;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Evolution;

public sealed class CmaEsTests
{
    private const ulong Seed = 5;

    [Fact]
    public void The_triangle_holds_the_sum_of_what_was_added()
    {
        const int Size = 5;
        Rng rng = new(1);
        FullCovariance shape = new(Size);
        double[,] expected = new double[Size, Size];
        for (int i = 0; i < Size; i++)
        {
            expected[i, i] = 1;
        }

        for (int update = 0; update < 20; update++)
        {
            double[] vector = [.. Enumerable.Range(0, Size).Select(_ => rng.StandardNormal())];
            shape.Scale(0.9);
            shape.Add(0.3, vector);
            for (int i = 0; i < Size * Size; i++)
            {
                (int row, int column) = (i / Size, i % Size);
                expected[row, column] = (0.9 * expected[row, column]) + (0.3 * vector[row] * vector[column]);
            }
        }

        // Each draw is A z, so z = Aᵀ C⁻¹ y; and the triangle itself is read off by the state that is saved.
        double[,] triangle = Triangle(shape, Size);
        for (int i = 0; i < Size * Size; i++)
        {
            (int row, int column) = (i / Size, i % Size);
            double product = Enumerable.Range(0, Size).Sum(k => triangle[row, k] * triangle[column, k]);
            Assert.Equal(expected[row, column], product, 1e-12);
        }

        double[] standard = new double[Size];
        double[] change = new double[Size];
        shape.Draw(rng, standard, change);
        Assert.Equal(
            Enumerable.Range(0, Size).Select(row => Enumerable.Range(0, Size).Sum(k => triangle[row, k] * standard[k])),
            change,
            (expectedValue, actual) => Math.Abs(expectedValue - actual) < 1e-12);
    }

    [Fact]
    public void Without_covariances_each_number_keeps_its_own_variance()
    {
        DiagonalCovariance shape = new(2);
        shape.Scale(0.5);
        shape.Add(2, [1, 3]);
        double[] standard = new double[2];
        double[] change = new double[2];
        shape.Draw(new Rng(3), standard, change);
        Assert.Equal(Math.Sqrt(2.5) * standard[0], change[0], 1e-14);
        Assert.Equal(Math.Sqrt(18.5) * standard[1], change[1], 1e-14);
        Assert.Equal(4 / 3.0, shape.LearningFactor, 1e-14);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void It_finds_what_pays_most_and_narrows(bool normalize, bool separable)
    {
        CmaEsOptions options = new() { Population = 8, Normalize = normalize, Separable = separable };
        using CmaEs learner = Make(options);
        LearningReport last = learner.Learn().ElementAt(60);
        Assert.Equal(61 * 8, last.Episodes);
        Assert.InRange(last.Metrics.Single(metric => metric.Key == "sigma").Value, 0, 0.1);
        using Env env = Gym.Make(AimEnv.Registration());
        Assert.InRange(learner.Agent.On(env).PlayEpisode(1).Return, -0.001, 0);
    }

    [Fact]
    public void The_mean_moves_to_the_weighted_better_half()
    {
        CmaEsOptions options = new() { Population = 4, Sigma = 0.5 };
        using CmaEs learner = Make(options);
        ParameterSet weights = learner.Networks["policy"];
        float[] before = weights.Values.ToArray();
        Rng[] streams = new Rng(new SeedSequence(Seed).Spawn(1)[0]).Spawn(2);
        double[][] drawn = [.. Enumerable.Range(0, 4).Select(_ => new[] { streams[1].StandardNormal(), streams[1].StandardNormal() })];
        Parameter[] actor = [.. weights.Parameters.Where(parameter => parameter.Name.StartsWith("actor.out", StringComparison.Ordinal))];
        Assert.Equal(2, actor.Length);
        double start = actor.Sum(parameter => (double)before[parameter.Offset]);
        int[] best = [.. Enumerable.Range(0, 4).OrderBy(k => Math.Abs(start + (0.5 * drawn[k].Sum()) - AimEnv.Target)).Take(2)];
        _ = learner.Learn().First();

        // ln 2.5 and ln 2.5 - ln 2, divided by their sum.
        double second = (Math.Log(2.5) - Math.Log(2)) / ((2 * Math.Log(2.5)) - Math.Log(2));
        for (int i = 0; i < 2; i++)
        {
            double step = 0.5 * (((1 - second) * drawn[best[0]][i]) + (second * drawn[best[1]][i]));
            Assert.Equal(before[actor[i].Offset] + step, actor[i].In(weights)[0], 1e-6);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_restored_search_goes_on_as_the_saved_one(bool separable)
    {
        CmaEsOptions options = new() { Separable = separable, Hidden = [3] };
        using CmaEs saved = Make(options);
        using CmaEs other = Make(options);
        using IEnumerator<LearningReport> reports = saved.Learn().GetEnumerator();
        for (int i = 0; i < 5; i++)
        {
            reports.MoveNext();
        }

        StateSync writing = StateSync.ForWriting();
        saved.SyncState(writing);
        other.SyncState(StateSync.ForReading(writing.ToArray()));
        for (int i = 0; i < 5; i++)
        {
            reports.MoveNext();
        }

        _ = other.Learn().ElementAt(4);
        Assert.Equal(saved.Networks["policy"].Values.ToArray(), other.Networks["policy"].Values.ToArray());
    }

    [Fact]
    public void A_population_of_three_is_refused() => Assert.Contains(
        "population",
        Assert.Throws<ArgumentException>(
            () => AlgorithmCatalog.Find("cma-es").BindOptions(new Dictionary<string, object?> { ["population"] = 3 })).Message,
        StringComparison.Ordinal);

    private static double[,] Triangle(FullCovariance shape, int size)
    {
        StateSync writing = StateSync.ForWriting();
        shape.SyncState(writing);
        StateSync reading = StateSync.ForReading(writing.ToArray());
        double[,] triangle = new double[size, size];
        for (int column = 0; column < size; column++)
        {
            double[] values = new double[size - column];
            reading.Sync(values.AsSpan());
            for (int i = 0; i < values.Length; i++)
            {
                triangle[column + i, column] = values[i];
            }
        }

        return triangle;
    }

    private static CmaEs Make(CmaEsOptions options) => new(
        new TrainingEnv(Gym.MakeVec(
            AimEnv.Registration(),
            2,
            new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync })),
        options,
        new LearnerSetup(Seed, 10_000));
}
