namespace GymSharp.Tabular;

/// <summary>
/// An environment that knows its own model: states and actions are numbers, and what may happen is a table. Planning
/// methods such as value iteration read it through <c>env.Unwrapped as ITabularEnv</c>.
/// </summary>
public interface ITabularEnv
{
    /// <summary>What may happen in every state, and where episodes start.</summary>
    TransitionTable Transitions { get; }

    /// <summary>Which actions may have an effect in a state: 1 for those that may, 0 for the others.</summary>
    /// <param name="state">Number of the state.</param>
    /// <returns>One entry per action; all are 1 where the environment does not tell them apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    ReadOnlySpan<sbyte> ActionMask(int state);
}
