using System.Globalization;
using System.Numerics.Tensors;
using GymSharp.Neural;

namespace GymSharp.Learning.Training;

/// <summary>Ends a run whose numbers are no longer finite, before anything of it reaches a checkpoint.</summary>
internal sealed class HealthCheck(RunContext run)
{
    /// <summary>Looks at a report and at the weights it leaves behind.</summary>
    /// <exception cref="DivergedException">A metric or a weight is no longer finite.</exception>
    public void Expect(in LearningReport report)
    {
        // What went first within an update is known only where the learner has kept it.
        (string Name, int Since)? first = (report.Metrics as UpdateMetrics)?.Failure;
        for (int i = 0; i < report.Metrics.Count; i++)
        {
            (string name, double value) = report.Metrics[i];
            if (!double.IsFinite(value) && (first is null || first.Value.Name == name))
            {
                throw Diverged($"the metric '{name}'", value, name, report.Updates - (first?.Since ?? 0));
            }
        }

        ExpectWeights(report.Updates);
    }

    // The last step of an update can spoil them, before any metric shows it.
    private void ExpectWeights(long? updates)
    {
        if (run.Learner is not IHasNetworks learner)
        {
            return;
        }

        foreach ((string network, ParameterSet set) in learner.Networks)
        {
            if (TensorPrimitives.IsFiniteAll<float>(set.Values))
            {
                continue;
            }

            Parameter lost = set.Parameters.First(parameter => !TensorPrimitives.IsFiniteAll(parameter.In(set)));
            foreach (float weight in lost.In(set))
            {
                if (!float.IsFinite(weight))
                {
                    string name = $"{network}/{lost.Name}";
                    throw Diverged($"the weights '{name}'", weight, name, updates);
                }
            }
        }
    }

    private DivergedException Diverged(string what, double value, string metric, long? update)
    {
        string? checkpoint = run.Directory.Checkpoints.Newest is [string newest, ..] ? newest : null;
        string change = double.IsNaN(value) ? "not a number" : "infinite";
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"Update {update ?? run.State.Updates} (step {run.State.Steps}) failed: {what} became {change}, "
            + $"and no agent learns on from there. The checkpoint from before is '{checkpoint}'; "
            + $"`gymsharp evaluate {run.Plan.Directory}` plays it. Train anew with a lower learning rate or a lower "
            + $"limit of the gradient's norm, in another --run-dir."))
        {
            Metric = metric,
            Checkpoint = checkpoint,
        };
    }
}
