using GymSharp.Vector;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Steps a batch with random actions and measures how many steps a second it takes.</summary>
internal sealed class BatchStepper : IVectorEnvVisitor<double>
{
    private const int Rows = 61;

    /// <inheritdoc/>
    public double Visit<TObservation, TAction>(VectorEnv<TObservation, TAction> envs)
        where TObservation : notnull
        where TAction : notnull
    {
        envs.ActionSpace.Seed(1);
        TAction[][] actions = [.. Enumerable.Range(0, Rows).Select(_ => Row<TAction>(envs.ActionSpace.SampleValue()))];
        StepBatch<TObservation> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, 1);
        int next = 0;
        return Throughput.Measure(() =>
        {
            envs.Step(actions[next], batch);
            next = (next + 1) % Rows;
            return envs.NumEnvs;
        });
    }

    private static TAction[] Row<TAction>(object sample) => sample as TAction[]
        ?? [.. ((Array)sample).Cast<IConvertible>().Select(one => (TAction)one.ToType(typeof(TAction), null))];
}
