using System.Globalization;
using System.Numerics.Tensors;
using GymSharp.Neural;

namespace GymSharp.Learning.Training;

/// <summary>Ends a run whose numbers are no longer finite, before anything of it reaches a checkpoint.</summary>
internal sealed class HealthCheck
{
    private readonly RunContext run;
    private readonly IReadOnlyDictionary<string, ParameterSet> networks;

    /// <summary>Prepares to look at a run.</summary>
    /// <param name="run">The run; its learner keeps its networks to the end.</param>
    public HealthCheck(RunContext run)
    {
        this.run = run;
        networks = (run.Learner as IHasNetworks)?.Networks ?? new Dictionary<string, ParameterSet>();
    }

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
        foreach ((string network, ParameterSet set) in networks)
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
        string before = checkpoint is null
            ? "There is no checkpoint from before."
            : $"The checkpoint from before is '{checkpoint}'; `gymsharp evaluate {run.Plan.Directory}` plays it.";
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"Update {update ?? run.State.Updates} (step {run.State.Steps}) failed: {what} became {change}, "
            + $"and no agent learns on from there. {before} Train anew with a lower learning rate or a lower "
            + $"limit of the gradient's norm, in another --run-dir."))
        {
            Metric = metric,
            Checkpoint = checkpoint,
        };
    }
}
