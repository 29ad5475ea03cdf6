using GymSharp.Spaces;
using GymSharp.Wrappers;

namespace GymSharp.Learning.Views;

/// <summary>
/// One environment as networks see it: float32 rows in and out, as <see cref="TrainingEnv"/> gives them.
/// </summary>
internal static class RowView
{
    /// <summary>Views an environment.</summary>
    /// <exception cref="ArgumentException">Its spaces are of an unknown kind.</exception>
    public static Env<float[], float[]> Of(Env env) => env.Accept(new Builder());

    private sealed class Builder : IEnvVisitor<Env<float[], float[]>>
    {
        public Env<float[], float[]> Visit<TObservation, TAction>(Env<TObservation, TAction> env)
            where TObservation : notnull
            where TAction : notnull => new View<TObservation, TAction>(env);
    }

    private sealed class View<TObservation, TAction> : Wrapper<float[], float[], TObservation, TAction>
        where TObservation : notnull
        where TAction : notnull
    {
        private readonly ObservationEncoder encoder;
        private readonly ActionDecoder decoder;
        private readonly float[] row;
        private TObservation? last;

        public View(Env<TObservation, TAction> env)
            : base(env)
        {
            encoder = ObservationEncoder.For(env.ObservationSpace);
            decoder = ActionDecoder.For(env.ActionSpace);
            row = new float[encoder.Size];
            ObservationSpace = new Box<float>(float.NegativeInfinity, float.PositiveInfinity, row.Length);
            ActionSpace = new Box<float>(float.NegativeInfinity, float.PositiveInfinity, decoder.Size);
        }

        public override Space<float[]> ObservationSpace { get; }

        public override Space<float[]> ActionSpace { get; }

        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (TObservation observation, Info info) = Wrapped.Reset(seed, options);
            encoder.EncodeValue(observation, row);
            return (row, info);
        }

        protected override Step<float[]> OnStep(float[] action, float[]? reuse)
        {
            Step<TObservation> step = Wrapped.Step((TAction)decoder.DecodeValue(action), last);
            last = step.Observation;
            encoder.EncodeValue(step.Observation, row);
            return new(row, step.Reward, step.Terminated, step.Truncated, step.Info);
        }
    }
}
