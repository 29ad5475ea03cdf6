using GymSharp.Neural;
using GymSharp.Randomness;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// DQN once more, with nothing but loops over doubles: what the learner is tested against. One hidden layer of ReLU, Adam,
/// Huber's loss, uniform replay.
/// </summary>
internal sealed class ScalarDqn : IDisposable
{
    private readonly DqnOptions options;
    private readonly long steps;
    private readonly Env<float[], int> env = Gym.Make<float[], int>("CartPole-v1");
    private readonly Rng exploration;
    private readonly Rng draws;
    private readonly List<Transition> memory = [];
    private readonly List<float[]> seen = [];
    private readonly double[] mean;
    private readonly double[] square;
    private readonly ParameterSet layout;
    private double[] target;
    private float[] observation;
    private long step;
    private int updates;

    public ScalarDqn(ParameterSet first, DqnOptions options, ulong seed, long steps)
    {
        layout = first;
        this.options = options;
        this.steps = steps;
        Weights = [.. first.Values.ToArray().Select(value => (double)value)];
        target = [.. Weights];
        mean = new double[Weights.Length];
        square = new double[Weights.Length];
        SeedSequence[] seeds = new SeedSequence(seed).Spawn(4);
        exploration = new Rng(seeds[1]);
        draws = new Rng(seeds[2]);
        observation = env.Reset(seed).Observation;
        seen.Add(observation);
    }

    public double[] Weights { get; }

    /// <summary>One phase: some steps of the environment, then some updates.</summary>
    public void Phase()
    {
        for (int i = 0; i < options.TrainFrequency; i++)
        {
            Step();
        }

        for (int i = 0; step > options.LearningStarts && i < options.GradientSteps; i++)
        {
            Update();
        }
    }

    public void Dispose() => env.Dispose();

    private void Step()
    {
        double epsilon = step < options.LearningStarts ? 1 : options.Epsilon((double)step / steps);
        int action = exploration.Random() < epsilon
            ? (int)exploration.Integers(0, 2)
            : Best(Values(Weights, observation).Q);
        Step<float[]> result = env.Step(action);
        memory.Add(new(observation, action, result.Reward, result.Observation, result.Terminated, result.Done));
        observation = result.Done ? env.Reset().Observation : result.Observation;
        seen.Add(observation);
        step++;
        if (step % options.TargetUpdateInterval == 0)
        {
            target = [.. Weights];
        }
    }

    private void Update()
    {
        int[] chosen = new int[options.BatchSize];
        for (int i = 0; i < chosen.Length; i++)
        {
            do
            {
                chosen[i] = (int)draws.Integers(0, memory.Count + 1);
            }
            while (chosen[i] == memory.Count);
        }

        double[] gradient = new double[Weights.Length];
        foreach (int index in chosen)
        {
            Transition start = memory[index];
            (double reward, double discount, float[] next) = Window(index);
            double[] judged = Values(target, next).Q;
            int best = options.Double ? Best(Values(Weights, next).Q) : Best(judged);
            double y = reward + (discount * judged[best]);
            if (options.Munchausen > 0)
            {
                double[] here = Values(target, start.Observation).Q;
                double bonus = Math.Clamp(here[start.Action] - SoftMaximum(here), -1, 0);
                y = reward + (options.Munchausen * bonus) + (discount * SoftMaximum(judged));
            }

            (double[] hidden, double[] q) = Values(Weights, start.Observation);
            double slope = Math.Clamp(q[start.Action] - y, -1, 1) / options.BatchSize;
            AddGradient(gradient, start, hidden, slope);
        }

        Adam(gradient);
    }

    private double SoftMaximum(double[] values) =>
        options.MunchausenTemperature * Math.Log(values.Sum(value => Math.Exp(value / options.MunchausenTemperature)));

    private (double Reward, double Discount, float[] Next) Window(int index)
    {
        double reward = 0;
        double discount = 1;
        for (int i = 0; ; i++)
        {
            Transition transition = memory[index + i];
            reward += discount * transition.Reward;
            discount = transition.Terminated ? 0 : discount * options.Gamma;
            if (transition.Done || i + 1 == options.NStep || index + i + 1 == memory.Count)
            {
                return (reward, discount, transition.Next);
            }
        }
    }

    private (double[] Hidden, double[] Q) Values(double[] weights, float[] input)
    {
        double[] hidden = Layer(weights, 0, Input(input));
        for (int i = 0; i < hidden.Length; i++)
        {
            hidden[i] = Math.Max(0, hidden[i]);
        }

        return (hidden, Layer(weights, 2, hidden));
    }

    // Mean 0 and variance 1 weigh as 0.0001 observations.
    private double[] Input(float[] observed)
    {
        double[] input = [.. observed.Select(value => (double)value)];
        for (int i = 0; options.NormalizeObservations && i < input.Length; i++)
        {
            double count = seen.Count + 1e-4;
            double center = seen.Sum(one => (double)one[i]) / count;
            double variance = (seen.Sum(one => Math.Pow(one[i] - center, 2)) + (1e-4 * (1 + (center * center)))) / count;
            input[i] = Math.Clamp((input[i] - center) / Math.Sqrt(variance + 1e-8), -10, 10);
        }

        return input;
    }

    private double[] Layer(double[] weights, int first, double[] input)
    {
        Parameter weight = layout.Parameters[first];
        Parameter bias = layout.Parameters[first + 1];
        double[] output = new double[bias.Shape.Length];
        for (int to = 0; to < output.Length; to++)
        {
            output[to] = weights[bias.Offset + to];
            for (int from = 0; from < input.Length; from++)
            {
                output[to] += input[from] * weights[weight.Offset + (from * output.Length) + to];
            }
        }

        return output;
    }

    private void AddGradient(double[] gradient, Transition transition, double[] hidden, double slope)
    {
        Parameter[] p = [.. layout.Parameters];
        double[] input = Input(transition.Observation);
        gradient[p[3].Offset + transition.Action] += slope;
        for (int unit = 0; unit < hidden.Length; unit++)
        {
            int out1 = p[2].Offset + (unit * 2) + transition.Action;
            gradient[out1] += slope * hidden[unit];
            double back = hidden[unit] > 0 ? slope * Weights[out1] : 0;
            gradient[p[1].Offset + unit] += back;
            for (int i = 0; i < input.Length; i++)
            {
                gradient[p[0].Offset + (i * hidden.Length) + unit] += back * input[i];
            }
        }
    }

    private void Adam(double[] gradient)
    {
        double norm = Math.Sqrt(gradient.Sum(value => value * value));
        double factor = Math.Min(1, options.MaxGradientNorm!.Value / (norm + 1e-6));
        double rate = options.LearningRate.At(Math.Min(1, (double)step / steps));
        updates++;
        for (int i = 0; i < Weights.Length; i++)
        {
            double g = gradient[i] * factor;
            mean[i] += 0.1 * (g - mean[i]);
            square[i] = (0.999 * square[i]) + (0.001 * g * g);
            double first = mean[i] / (1 - Math.Pow(0.9, updates));
            double second = square[i] / (1 - Math.Pow(0.999, updates));
            Weights[i] -= rate * first / (Math.Sqrt(second) + options.OptimizerEpsilon);
        }
    }

    private static int Best(double[] values) => Array.IndexOf(values, values.Max());

    private sealed record Transition(
        float[] Observation, int Action, double Reward, float[] Next, bool Terminated, bool Done);
}
