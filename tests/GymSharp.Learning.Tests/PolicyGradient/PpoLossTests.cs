using GymSharp.Learning.Networks;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.PolicyGradient;

public sealed class PpoLossTests
{
    private const int Rows = 40;
    private const double EntropyWeight = 0.03;

    [Theory]
    [InlineData("CartPole-v1", null)]
    [InlineData("CartPole-v1", 0.1)]
    [InlineData("Pendulum-v1", 0.3)]
    public void The_loss_is_that_of_its_scalar_twin(string id, double? valueClipRange)
    {
        using TrainingEnv env = Batches.Make(id, 1);
        Rng rng = new(2);
        using ActorCriticNetwork network = new(env, new PpoOptions { Hidden = [8], Orthogonal = false }, rng);
        using Tape tape = new(network.Parameters);
        PpoOptions options = new()
        {
            ValueCoefficient = 0.7,
            ValueClipRange = valueClipRange,
        };
        RolloutSamples samples = Samples(env, network, tape, rng);
        tape.Clear();
        PpoLoss loss = new(network, options) { Samples = samples, ClipRange = 0.2, EntropyCoefficient = EntropyWeight };
        double whole = loss.Evaluate(tape, new Shard(0, 0, Rows, Rows)).Item;
        PpoTerms terms = loss.Terms();
        (double total, double divergence, double outside) = Twin(network, tape, samples, options);
        Assert.Equal(total, whole, 1e-5);
        Assert.Equal(divergence, terms.ApproximateKl, 1e-5);
        Assert.Equal(outside, terms.ClipFraction, 1e-9);
        Assert.InRange(outside, 0.1, 0.9);
    }

    [Fact]
    public void Beyond_the_clip_range_no_gradient_draws_further()
    {
        using TrainingEnv env = Batches.Make("CartPole-v1", 1);
        using ActorCriticNetwork network = new(env, new PpoOptions { Hidden = [8] }, new Rng(2));
        using Tape tape = new(network.Parameters);
        RolloutSamples samples = new(1, 4, 1, 2);
        samples.Observations.Fill(0.5f);

        // A probability near 1/2 that was e^-3 before: the ratio is far above 1.
        samples.LogProbabilities[0] = -3;
        PpoLoss loss = new(network, new PpoOptions { ValueCoefficient = 0 }) { Samples = samples, ClipRange = 0.2 };
        Assert.Equal(0, GradientNorm(advantage: 1));
        Assert.NotEqual(0, GradientNorm(advantage: -1));

        float GradientNorm(float advantage)
        {
            samples.Advantages[0] = advantage;
            tape.Clear();
            tape.Gradients.Clear();
            tape.Backward(loss.Evaluate(tape, new Shard(0, 0, 1, 1)));
            return tape.Gradients.Norm();
        }
    }

    private static RolloutSamples Samples(TrainingEnv env, ActorCriticNetwork network, Tape tape, Rng rng)
    {
        RolloutSamples samples = new(Rows, env.ObservationSize, 1, network.Distribution.ParameterCount);
        foreach (ref float value in samples.Observations)
        {
            value = (float)rng.StandardNormal();
        }

        Tensor policy = network.Act(tape.Input(samples.Observations, new Shape(Rows, env.ObservationSize))).Policy;
        network.Distribution.Sample(policy, rng, samples.Actions);
        network.Distribution.LogProbability(policy, samples.Actions).Values.CopyTo(samples.LogProbabilities);
        for (int i = 0; i < Rows; i++)
        {
            samples.LogProbabilities[i] += (float)(0.3 * rng.StandardNormal());
            samples.Advantages[i] = (float)rng.StandardNormal();
            samples.Returns[i] = (float)rng.StandardNormal();
            samples.Values[i] = (float)rng.StandardNormal();
        }

        return samples;
    }

    // Equations 7 and 9 of the paper, sample by sample in double precision.
    private static (double Total, double Divergence, double Outside) Twin(
        ActorCriticNetwork network, Tape tape, RolloutSamples samples, PpoOptions options)
    {
        tape.Clear();
        ActorCriticOutput output = network.Forward(
            tape.Input(samples.Observations, new Shape(Rows, samples.ObservationSize)));
        int width = output.Policy.Shape.Columns;
        double total = 0;
        double divergence = 0;
        double outside = 0;
        for (int i = 0; i < Rows; i++)
        {
            float[] row = output.Policy.Values.Slice(i * width, width).ToArray();
            double[] policy = Array.ConvertAll(row, value => (double)value);
            (double logProbability, double entropy) = samples.ObservationSize == 4
                ? Choice(policy, (int)samples.Actions[i])
                : Gauss(policy, samples.Actions[i]);
            double ratio = Math.Exp(logProbability - samples.LogProbabilities[i]);
            double advantage = samples.Advantages[i];
            double gain = Math.Min(ratio * advantage, Math.Clamp(ratio, 0.8, 1.2) * advantage);
            double value = output.Values.Values[i];
            double error = Math.Pow(value - samples.Returns[i], 2);
            if (options.ValueClipRange is { } range)
            {
                double near = samples.Values[i] + Math.Clamp(value - samples.Values[i], -range, range);
                error = Math.Max(error, Math.Pow(near - samples.Returns[i], 2));
            }

            total += -gain + (options.ValueCoefficient * error) - (EntropyWeight * entropy);
            divergence += ratio - 1 - Math.Log(ratio);
            outside += Math.Abs(ratio - 1) > 0.2 ? 1 : 0;
        }

        return (total / Rows, divergence / Rows, outside / Rows);
    }

    private static (double LogProbability, double Entropy) Choice(double[] logits, int action)
    {
        double[] weights = Array.ConvertAll(logits, Math.Exp);
        double[] probabilities = Array.ConvertAll(weights, weight => weight / weights.Sum());
        return (Math.Log(probabilities[action]), -probabilities.Sum(p => p * Math.Log(p)));
    }

    private static (double LogProbability, double Entropy) Gauss(double[] policy, double action)
    {
        double deviation = Math.Exp(policy[1]);
        double z = (action - policy[0]) / deviation;
        double constant = 0.5 * Math.Log(2 * Math.PI);
        return ((-0.5 * z * z) - policy[1] - constant, 0.5 + constant + policy[1]);
    }
}
