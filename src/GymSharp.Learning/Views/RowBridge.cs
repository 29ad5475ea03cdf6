using GymSharp.Vector;

namespace GymSharp.Learning.Views;

/// <summary>A batch whose element types are hidden: rows of float32 numbers in and out.</summary>
internal abstract class RowBridge
{
    /// <summary>Numbers in one action.</summary>
    public abstract int ActionSize { get; }

    /// <summary>How observations are encoded.</summary>
    public abstract ObservationEncoder Encoder { get; }

    /// <summary>Rewards of the last step.</summary>
    public abstract ReadOnlySpan<double> Rewards { get; }

    /// <summary>Whether the last step terminated each episode.</summary>
    public abstract ReadOnlySpan<bool> Terminated { get; }

    /// <summary>Whether the last step cut each episode off.</summary>
    public abstract ReadOnlySpan<bool> Truncated { get; }

    /// <summary>Makes the bridge to a batch.</summary>
    public static RowBridge To(VectorEnv envs) => envs.Accept(new Builder());

    /// <summary>Starts an episode everywhere.</summary>
    public abstract void Reset(Span<float> observations, ulong? seed);

    /// <summary>Takes one step everywhere; the observations are those after it.</summary>
    public abstract void Step(ReadOnlySpan<float> actions, Span<float> observations);

    /// <summary>Writes the last observation of the episode that ended in an environment.</summary>
    public abstract void FinalObservation(int index, Span<float> row);

    private sealed class Builder : IVectorEnvVisitor<RowBridge>
    {
        public RowBridge Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
            where TObservation : notnull
            where TAction : notnull => new Typed<TObservation, TAction>(envs);
    }

    private sealed class Typed<TObservation, TAction> : RowBridge
        where TObservation : notnull
        where TAction : notnull
    {
        private readonly VectorEnv<TObservation, TAction> envs;
        private readonly ObservationEncoder<TObservation> encoder;
        private readonly ActionDecoder<TAction> decoder;
        private readonly StepBatch<TObservation> batch;
        private readonly TAction[] actions;

        public Typed(VectorEnv<TObservation, TAction> envs)
        {
            this.envs = envs;
            encoder = (ObservationEncoder<TObservation>)ObservationEncoder.For(envs.SingleObservationSpace);
            decoder = (ActionDecoder<TAction>)ActionDecoder.For(envs.SingleActionSpace);
            batch = envs.CreateBatch();
            actions = new TAction[envs.NumEnvs * envs.ActionSize];
        }

        public override int ActionSize => decoder.Size;

        public override ObservationEncoder Encoder => encoder;

        public override ReadOnlySpan<double> Rewards => batch.Rewards;

        public override ReadOnlySpan<bool> Terminated => batch.Terminated;

        public override ReadOnlySpan<bool> Truncated => batch.Truncated;

        public override void Reset(Span<float> observations, ulong? seed)
        {
            envs.Reset(batch.Observations, seed);
            encoder.Encode(batch.Observations, observations);
        }

        public override void Step(ReadOnlySpan<float> rows, Span<float> observations)
        {
            decoder.Decode(rows, actions);
            envs.Step(actions, batch);
            encoder.Encode(batch.Observations, observations);
        }

        public override void FinalObservation(int index, Span<float> row) =>
            encoder.Encode(batch.FinalObservationAt(index), row);
    }
}
