using GymSharp.Learning.Tabular;
using GymSharp.State;
using GymSharp.Tabular;

namespace GymSharp.Learning.Planning;

/// <summary>
/// Policy iteration: evaluates a policy to the end, improves it greedily, and repeats until it stays as it is.
/// </summary>
/// <remarks>
/// Evaluation sweeps <c>V(s) ← Σ p(s',r|s,π(s)) [r + γ V(s')]</c> until no value changes by more than the tolerance;
/// improvement sets <c>π(s) ← argmax_a Σ p [r + γ V(s')]</c>, keeping the action where it is among the best, so that
/// the
/// loop ends. Howard (1960); Sutton and Barto (2018), section 4.3.
/// </remarks>
public sealed class PolicyIteration : ILearner
{
    private readonly Env env;
    private readonly TransitionTable model;
    private readonly PlanningOptions options;
    private double[] stateValues;
    private int[] policy;
    private long sweeps;
    private long improvements;
    private bool stable;

    /// <summary>Prepares to plan.</summary>
    /// <param name="env">An environment with a table of transitions; disposed with this object.</param>
    /// <param name="options">Options of the method; γ must be below 1, since a policy that never ends has no finite
    /// value.</param>
    /// <exception cref="ArgumentException">The environment has no such table, or γ is 1.</exception>
    public PolicyIteration(Env env, PlanningOptions options)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Gamma >= 1)
        {
            throw new ArgumentException(
                "Policy iteration needs a gamma below 1: the first policies may never end, and without discount their "
                + "values are infinite. Use for example gamma=0.99, or value-iteration.",
                nameof(options));
        }

        this.env = env;
        this.options = options;
        model = TabularModel.Of(env);
        stateValues = new double[model.StateCount];
        policy = new int[model.StateCount];
        Values = new ActionValues(model.StateCount, model.ActionCount);
        Agent = new TabularAgent(Values);
    }

    /// <inheritdoc/>
    public IAgent Agent { get; }

    /// <summary>Q(s, a) of the last improvement.</summary>
    public ActionValues Values { get; }

    /// <inheritdoc/>
    public IEnumerable<LearningReport> Learn()
    {
        while (!stable)
        {
            EvaluatePolicy();
            int changed = ImprovePolicy();
            improvements++;
            stable = changed == 0;
            yield return new(
                (sweeps * model.StateCount) + (improvements * model.StateCount * model.ActionCount), 0, null, null,
                [new("improvement", improvements), new("actions_changed", changed)]);
        }
    }

    /// <inheritdoc/>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(ref stateValues);
        sync.Sync(ref policy);
        sync.Sync(ref sweeps);
        sync.Sync(ref improvements);
        sync.Sync(ref stable);
        Values.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose() => env.Dispose();

    private void EvaluatePolicy()
    {
        for (int sweep = 0; sweep < options.MaxSweeps; sweep++)
        {
            double change = 0;
            for (int state = 0; state < model.StateCount; state++)
            {
                double value = TabularModel.Backup(model, stateValues, state, policy[state], options.Gamma);
                change = Math.Max(change, Math.Abs(value - stateValues[state]));
                stateValues[state] = value;
            }

            sweeps++;
            if (change <= options.Tolerance)
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"A policy's values did not converge in {options.MaxSweeps} sweeps. "
            + "Use a smaller gamma, a larger tolerance, or more max_sweeps.");
    }

    private int ImprovePolicy()
    {
        int changed = 0;
        for (int state = 0; state < model.StateCount; state++)
        {
            TabularModel.BackupRow(model, stateValues, Values, state, options.Gamma);
            // A gain below the accuracy of the evaluation is none; without this two equal actions could alternate.
            if (Values.Max(state) > Values[state, policy[state]] + (10 * options.Tolerance / (1 - options.Gamma)))
            {
                policy[state] = Values.Greedy(state);
                changed++;
            }
        }

        return changed;
    }
}
