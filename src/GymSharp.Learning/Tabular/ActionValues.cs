using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Tabular;

/// <summary>A table Q(s, a): one number per state and action.</summary>
public sealed class ActionValues
{
    private double[] values;

    /// <summary>Makes a table filled with one value.</summary>
    /// <param name="states">Number of states, at least 1.</param>
    /// <param name="actions">Number of actions, at least 1.</param>
    /// <param name="initial">First value of every entry; above the true values it makes the agent explore.</param>
    public ActionValues(int states, int actions, double initial = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(actions, 1);
        States = states;
        Actions = actions;
        values = new double[checked(states * actions)];
        Array.Fill(values, initial);
    }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Number of actions.</summary>
    public int Actions { get; }

    /// <summary>The value of an action in a state.</summary>
    public ref double this[int state, int action] => ref values[(state * Actions) + action];

    /// <summary>The values of all actions in a state.</summary>
    public Span<double> Row(int state) => values.AsSpan(state * Actions, Actions);

    /// <summary>max over a of Q(s, a).</summary>
    public double Max(int state)
    {
        double best = double.NegativeInfinity;
        foreach (double value in Row(state))
        {
            best = Math.Max(best, value);
        }

        return best;
    }

    /// <summary>The best action in a state, the first of several.</summary>
    public int Greedy(int state)
    {
        Span<double> row = Row(state);
        int best = 0;
        for (int action = 1; action < row.Length; action++)
        {
            if (row[action] > row[best])
            {
                best = action;
            }
        }

        return best;
    }

    /// <summary>
    /// A random action with probability ε, otherwise the best one; among equally good ones any, so that an untrained
    /// table does not walk into the same wall for ever.
    /// </summary>
    public int EpsilonGreedy(int state, double epsilon, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        if (rng.Random() < epsilon)
        {
            return (int)rng.Integers(0, Actions);
        }

        Span<double> row = Row(state);
        int best = 0;
        int ties = 1;
        for (int action = 1; action < row.Length; action++)
        {
            if (row[action] > row[best])
            {
                (best, ties) = (action, 1);
            }
            else if (row[action] == row[best] && rng.Integers(0, ++ties) == 0)
            {
                best = action;
            }
        }

        return best;
    }

    /// <summary>Expected value of a state under the ε-greedy policy.</summary>
    public double Expected(int state, double epsilon)
    {
        double sum = 0;
        foreach (double value in Row(state))
        {
            sum += value;
        }

        return (epsilon * sum / Actions) + ((1 - epsilon) * Max(state));
    }

    /// <summary>Reads or writes the table.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        int expected = values.Length;
        sync.Sync(ref values);
        if (values.Length != expected)
        {
            int found = values.Length;
            values = new double[expected];
            throw new StateFormatException($"The saved table has {found} entries where {expected} were expected.");
        }
    }
}
