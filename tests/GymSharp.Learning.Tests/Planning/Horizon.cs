using GymSharp.Tabular;

namespace GymSharp.Learning.Planning;

/// <summary>
/// The most that any policy can earn on average in a task with a time limit, by backward induction over the remaining
/// steps: an upper bound that is derived from the transition table alone and shares no code with the planners.
/// </summary>
internal static class Horizon
{
    public static double Optimum(TransitionTable model, int steps)
    {
        double[] value = new double[model.StateCount];
        for (int remaining = 1; remaining <= steps; remaining++)
        {
            double[] next = value;
            value = [.. Enumerable.Range(0, model.StateCount).Select(state =>
                Enumerable.Range(0, model.ActionCount).Max(action => Expected(model, next, state, action)))];
        }

        return Start(model, value);
    }

    /// <summary>What a fixed policy earns on average within a number of steps.</summary>
    public static double Value(TransitionTable model, Func<int, int> policy, int steps)
    {
        double[] value = new double[model.StateCount];
        for (int remaining = 1; remaining <= steps; remaining++)
        {
            double[] next = value;
            value = [.. Enumerable.Range(0, model.StateCount).Select(state => Expected(model, next, state, policy(state)))];
        }

        return Start(model, value);
    }

    private static double Expected(TransitionTable model, double[] next, int state, int action)
    {
        double sum = 0;
        foreach (Transition outcome in model.Outcomes(state, action))
        {
            sum += outcome.Probability * (outcome.Reward + (outcome.Terminated ? 0 : next[outcome.NextState]));
        }

        return sum;
    }

    private static double Start(TransitionTable model, double[] value)
    {
        double sum = 0;
        for (int state = 0; state < value.Length; state++)
        {
            sum += model.InitialDistribution[state] * value[state];
        }

        return sum;
    }
}
