using GymSharp.Learning.Tabular;
using GymSharp.Tabular;

namespace GymSharp.Learning.Planning;

/// <summary>The Bellman backup over a table of transitions.</summary>
internal static class TabularModel
{
    /// <summary>The table of an environment.</summary>
    /// <exception cref="ArgumentException">The environment does not give its transitions away.</exception>
    public static TransitionTable Of(Env env) => (env.Unwrapped as ITabularEnv)?.Transitions
        ?? throw new ArgumentException(
            $"Planning needs the transition probabilities, and {env} does not have a table of them. "
            + "FrozenLake, CliffWalking and Taxi do; "
            + "for others use a method that learns from samples, such as q-learning.",
            nameof(env));

    /// <summary><c>Σ p [r + γ V(s')]</c>, where V is 0 after termination.</summary>
    public static double Backup(
        TransitionTable model, ReadOnlySpan<double> stateValues, int state, int action, double gamma)
    {
        double sum = 0;
        foreach (ref readonly Transition outcome in model.Outcomes(state, action))
        {
            double next = outcome.Terminated ? 0 : stateValues[outcome.NextState];
            sum += outcome.Probability * (outcome.Reward + (gamma * next));
        }

        return sum;
    }

    /// <summary>Writes the backups of all actions of a state into a row of the table.</summary>
    public static void BackupRow(
        TransitionTable model, ReadOnlySpan<double> stateValues, ActionValues values, int state, double gamma)
    {
        for (int action = 0; action < model.ActionCount; action++)
        {
            values[state, action] = Backup(model, stateValues, state, action, gamma);
        }
    }
}
