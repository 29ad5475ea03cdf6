using GymSharp.Learning.Tabular;
using GymSharp.State;
using GymSharp.Tabular;

namespace GymSharp.Learning.Planning;

/// <summary>Value iteration: computes the optimal values from the transition probabilities, without playing.</summary>
/// <remarks>
/// Sweeps <c>V(s) ← max_a Σ p(s',r|s,a) [r + γ V(s')]</c> over all states, in place, until no value changes by more
/// than
/// the tolerance. Bellman (1957); Sutton and Barto (2018), section 4.4.
/// </remarks>
public sealed class ValueIteration : ILearner
{
    private readonly Env env;
    private readonly TransitionTable model;
    private readonly PlanningOptions options;
    private double[] stateValues;
    private long sweeps;
    private bool converged;

    /// <summary>Prepares to plan.</summary>
    /// <param name="env">An environment with a table of transitions; disposed with this object.</param>
    /// <param name="options">Options of the method.</param>
    /// <exception cref="ArgumentException">The environment has no such table.</exception>
    public ValueIteration(Env env, PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        this.env = env;
        this.options = options;
        model = TabularModel.Of(env);
        stateValues = new double[model.StateCount];
        Values = new ActionValues(model.StateCount, model.ActionCount);
        Agent = new TabularAgent(Values);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <summary>Q(s, a) of the last sweep.</summary>
    public ActionValues Values { get; }

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        while (!converged)
        {
            double change = Sweep();
            sweeps++;
            converged = change <= options.Tolerance;
            if (!converged && sweeps >= options.MaxSweeps)
            {
                throw new InvalidOperationException(
                    $"Value iteration did not converge in {sweeps} sweeps: the last one changed a value by {change}. "
                    + "Use a gamma below 1, a larger tolerance, or more max_sweeps.");
            }

            yield return new(
                sweeps * model.StateCount * model.ActionCount, 0, null, null,
                [new("sweep", sweeps), new("value_change", change)]);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref stateValues);
        sync.Sync(ref sweeps);
        sync.Sync(ref converged);
        Values.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose() => env.Dispose();

    private double Sweep()
    {
        double change = 0;
        for (int state = 0; state < model.StateCount; state++)
        {
            TabularModel.BackupRow(model, stateValues, Values, state, options.Gamma);
            double best = Values.Max(state);
            change = Math.Max(change, Math.Abs(best - stateValues[state]));
            stateValues[state] = best;
        }

        return change;
    }
}
