using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.PolicyGradient;

public sealed class FisherProductTests
{
    private const int Rows = 9;

    // The Fisher matrix is mean over states and expectation over actions of score times score; with two choices the
    // expectation is a sum, so the matrix can be formed.
    [Fact]
    public void Products_are_those_of_the_matrix_of_scores()
    {
        using TrainingEnv env = Batches.Make("CartPole-v1", 1);
        Rng rng = new(5);
        using ActorCriticNetwork network = new(env, new PpoOptions { Hidden = [5], Orthogonal = false }, rng);
        using Tape tape = new(network.Parameters);
        RolloutSamples samples = new(Rows, 4, 1, 2);
        foreach (ref float value in samples.Observations)
        {
            value = (float)rng.StandardNormal();
        }

        double[,] matrix = Matrix(network, tape, samples);
        float[] vector = [.. Enumerable.Range(0, network.Parameters.Length).Select(_ => (float)rng.StandardNormal())];
        Mask(network, vector);
        float[] result = new float[vector.Length];
        FisherProduct product = new(network, tape, damping: 0.25) { Samples = samples };
        product.Multiply(vector, result);
        float[] before = network.Parameters.Values.ToArray();

        double largest = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            double expected = 0.25 * vector[i];
            for (int j = 0; j < vector.Length; j++)
            {
                expected += matrix[i, j] * vector[j];
            }

            largest = Math.Max(largest, Math.Abs(expected - (0.25 * vector[i])));
            Assert.Equal(expected, result[i], 1e-3);
        }

        Assert.True(largest > 0.05, "The matrix must matter.");
        product.Multiply(vector, result);
        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_direction_solves_the_dense_system()
    {
        using TrainingEnv env = Batches.Make("CartPole-v1", 1);
        Rng rng = new(6);
        using ActorCriticNetwork network = new(env, new PpoOptions { Hidden = [4], Orthogonal = false }, rng);
        using Tape tape = new(network.Parameters);
        RolloutSamples samples = new(Rows, 4, 1, 2);
        foreach (ref float value in samples.Observations)
        {
            value = (float)rng.StandardNormal();
        }

        double[,] matrix = Matrix(network, tape, samples);
        int length = network.Parameters.Length;
        for (int i = 0; i < length; i++)
        {
            matrix[i, i] += 0.1;
        }

        float[] right = [.. Enumerable.Range(0, length).Select(_ => (float)rng.StandardNormal())];
        Mask(network, right);
        double[] expected = DenseSolver.Solve(matrix, Array.ConvertAll(right, value => (double)value));
        float[] solution = new float[length];
        FisherProduct product = new(network, tape, damping: 0.1) { Samples = samples };
        new ConjugateGradient(length).Solve(product.Multiply, right, 60, solution);
        double scale = Math.Sqrt(expected.Sum(value => value * value));
        double distance = Math.Sqrt(expected.Zip(solution).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        Assert.True(distance < 0.01 * scale, $"{distance} away in {scale}");
    }

    private static double[,] Matrix(ActorCriticNetwork network, Tape tape, RolloutSamples samples)
    {
        int length = network.Parameters.Length;
        double[,] matrix = new double[length, length];
        for (int row = 0; row < Rows; row++)
        {
            for (int action = 0; action < 2; action++)
            {
                tape.Clear();
                Tensor policy = network.Act(
                    tape.Input(samples.Observations.Slice(row * 4, 4), new Shape(1, 4))).Policy;
                policy.Values.CopyTo(samples.Policies[(row * 2)..]);
                Tensor logProbability = network.Distribution.LogProbability(policy, [action]);
                tape.Gradients.Clear();
                tape.Backward(logProbability.Sum());
                double weight = Math.Exp(logProbability.Item) / Rows;
                Span<float> score = tape.Gradients.Values;
                for (int i = 0; i < length; i++)
                {
                    for (int j = 0; j < length; j++)
                    {
                        matrix[i, j] += weight * score[i] * score[j];
                    }
                }
            }
        }

        return matrix;
    }

    // Only the actor's numbers: the critic's and the padding do not change the policy.
    private static void Mask(ActorCriticNetwork network, float[] vector)
    {
        bool[] isActor = new bool[vector.Length];
        foreach (Parameter parameter in network.Parameters.Parameters)
        {
            isActor.AsSpan(parameter.Offset, parameter.Shape.Length)
                .Fill(parameter.Name.StartsWith("actor", StringComparison.Ordinal));
        }

        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = isActor[i] ? vector[i] : 0;
        }
    }
}
