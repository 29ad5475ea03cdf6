using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Views;

/// <summary>
/// An environment seen by a linear policy: observations are flat vectors of numbers, actions are vectors of scores.
/// </summary>
/// <remarks>
/// Box observations are scaled to -1 … 1 where both bounds are finite, so that one step size of a search suits them
/// all.
/// A Discrete action is the one with the highest score; a Box action is the scores themselves, squashed into the bounds
/// by <c>tanh</c> where they are finite.
/// </remarks>
public static class LinearView
{
    /// <summary>Views an environment with features and scores.</summary>
    /// <param name="env">An environment with flat observations and Discrete or float Box actions.</param>
    /// <exception cref="ArgumentException">The spaces are of another kind.</exception>
    public static Env<double[], double[]> Of(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        return env.Accept(new Builder());
    }

    private static (int Features, Action<object, double[]> Encode) Encoder(Space space)
    {
        switch (space)
        {
            case Box<float> box:
                Scaling scaling = new(
                    [.. box.Low.Select(bound => (double)bound)],
                    [.. box.High.Select(bound => (double)bound)]);
                return (box.Low.Length, (value, features) => EncodeFloats((float[])value, scaling, features));
            case Box<double> box:
                Scaling doubleScaling = new(box.Low, box.High);
                return (box.Low.Length, (value, features) => EncodeDoubles((double[])value, doubleScaling, features));
            case Box<bool> box:
                return (box.Low.Length, (value, features) => EncodeBits((bool[])value, features));
            case Discrete discrete:
                return (discrete.N, (value, features) => EncodeChoice((int)value - discrete.Start, features));
            case TupleSpace tuple:
                return TupleEncoder(tuple);
            default:
                throw new ArgumentException(
                    $"A linear policy needs Box, Discrete or Tuple observations, got {space}. "
                    + "Put FlattenObservation around the environment.",
                    nameof(space));
        }
    }

    private static void EncodeFloats(float[] values, Scaling scaling, double[] features)
    {
        for (int i = 0; i < values.Length; i++)
        {
            features[i] = values[i];
        }

        scaling.Apply(features);
    }

    private static void EncodeDoubles(double[] values, Scaling scaling, double[] features)
    {
        values.CopyTo(features, 0);
        scaling.Apply(features);
    }

    private static void EncodeChoice(int choice, double[] features)
    {
        Array.Clear(features);
        features[choice] = 1;
    }

    private static void EncodeBits(bool[] bits, double[] features)
    {
        for (int i = 0; i < bits.Length; i++)
        {
            features[i] = bits[i] ? 1 : 0;
        }
    }

    private static (int Features, Action<object, double[]> Encode) TupleEncoder(TupleSpace tuple)
    {
        (int Features, Action<object, double[]> Encode)[] encoders = [.. tuple.Spaces.Select(Encoder)];
        double[][] parts = [.. encoders.Select(encoder => new double[encoder.Features])];
        return (parts.Sum(part => part.Length), Encode);

        void Encode(object value, double[] features)
        {
            object[] values = (object[])value;
            int at = 0;
            for (int i = 0; i < encoders.Length; i++)
            {
                encoders[i].Encode(values[i], parts[i]);
                parts[i].CopyTo(features, at);
                at += parts[i].Length;
            }
        }
    }

    private static (int Scores, Func<double[], object> Decode) Decoder(Space space)
    {
        switch (space)
        {
            case Discrete discrete:
                object[] actions = [.. Enumerable.Range(discrete.Start, discrete.N).Select(action => (object)action)];
                return (discrete.N, scores => actions[ArgMax(scores)]);
            case Box<float> box:
                float[] action = new float[box.Low.Length];
                return (action.Length, scores => DecodeFloats(scores, box, action));
            default:
                throw new ArgumentException(
                    $"A linear policy needs Discrete or float Box actions, got {space}.", nameof(space));
        }
    }

    private static float[] DecodeFloats(double[] scores, Box<float> box, float[] action)
    {
        for (int i = 0; i < action.Length; i++)
        {
            action[i] = (float)Squash(scores[i], box.Low[i], box.High[i]);
        }

        return action;
    }

    private static double Squash(double score, double low, double high) => double.IsFinite(low) && double.IsFinite(high)
        ? low + ((high - low) * 0.5 * (1 + Math.Tanh(score)))
        : Math.Clamp(score, low, high);

    private static int ArgMax(double[] scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }

    // Maps finite bounds to -1 and 1; leaves the rest as it is.
    private sealed class Scaling(double[] low, double[] high)
    {
        private readonly (double Middle, double Factor)[] parts = [.. low.Select((bound, i) =>
            double.IsFinite(bound) && double.IsFinite(high[i]) && high[i] > bound
                ? ((bound / 2) + (high[i] / 2), 2 / (high[i] - bound))
                : (0.0, 1.0))];

        public void Apply(double[] features)
        {
            for (int i = 0; i < features.Length; i++)
            {
                features[i] = (features[i] - parts[i].Middle) * parts[i].Factor;
            }
        }
    }

    private sealed class Builder : IEnvVisitor<Env<double[], double[]>>
    {
        public Env<double[], double[]> Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new View<TObservation, TAction>(env);
    }

    private sealed class View<TObservation, TAction> : Wrapper<double[], double[], TObservation, TAction>
        where TObservation : notnull
        where TAction : notnull
    {
        private readonly Action<object, double[]> encode;
        private readonly Func<double[], object> decode;
        private readonly double[] features;
        private TObservation? last;

        public View(Env<TObservation, TAction> env)
            : base(env)
        {
            (int length, encode) = Encoder(env.ObservationSpace);
            (int scores, decode) = Decoder(env.ActionSpace);
            features = new double[length];
            ObservationSpace = new Box<double>(double.NegativeInfinity, double.PositiveInfinity, features.Length);
            ActionSpace = new Box<double>(double.NegativeInfinity, double.PositiveInfinity, scores);
        }

        public override Space<double[]> ObservationSpace { get; }

        public override Space<double[]> ActionSpace { get; }

        protected override (double[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (TObservation observation, Info info) = Wrapped.Reset(seed, options);
            encode(observation, features);
            return (features, info);
        }

        protected override Step<double[]> OnStep(double[] action, double[]? reuse)
        {
            Step<TObservation> step = Wrapped.Step((TAction)decode(action), last);
            last = step.Observation;
            encode(step.Observation, features);
            return new(features, step.Reward, step.Terminated, step.Truncated, step.Info);
        }
    }
}
