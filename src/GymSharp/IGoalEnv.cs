namespace GymSharp;

/// <summary>
/// An environment whose task is a goal: its observations are dictionaries of <c>observation</c>, <c>achieved_goal</c>
/// and <c>desired_goal</c>, and what a step pays follows from the two goals alone.
/// </summary>
/// <remarks>
/// That makes it possible to ask afterwards what a step would have paid had another goal been wanted, which is what
/// hindsight experience replay does (M. Andrychowicz et al., "Hindsight Experience Replay", NeurIPS 2017). Wrappers do
/// not forward this interface: take it from <see cref="Env.Unwrapped"/>.
/// </remarks>
public interface IGoalEnv
{
    /// <summary>The key of what a policy sees besides the goals.</summary>
    const string ObservationKey = "observation";

    /// <summary>The key of what was reached.</summary>
    const string AchievedGoalKey = "achieved_goal";

    /// <summary>The key of what is wanted.</summary>
    const string DesiredGoalKey = "desired_goal";

    /// <summary>How many numbers a goal has.</summary>
    int GoalLength { get; }

    /// <summary>What a step pays that ended with one goal achieved while another was wanted.</summary>
    /// <param name="achieved">The goal achieved, <see cref="GoalLength"/> numbers.</param>
    /// <param name="desired">The goal wanted, as many.</param>
    double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <summary>Whether a step that ended so ends the episode.</summary>
    /// <param name="achieved">The goal achieved, <see cref="GoalLength"/> numbers.</param>
    /// <param name="desired">The goal wanted, as many.</param>
    bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <summary>Whether the goal achieved counts as the one wanted.</summary>
    /// <param name="achieved">The goal achieved, <see cref="GoalLength"/> numbers.</param>
    /// <param name="desired">The goal wanted, as many.</param>
    bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired);

    /// <summary>What several steps pay, <see cref="ComputeReward"/> for each.</summary>
    /// <param name="achieved">Goals achieved, one after the other.</param>
    /// <param name="desired">Goals wanted, as many.</param>
    /// <param name="rewards">Receives one number for each pair.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    void ComputeRewards(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired, Span<double> rewards)
    {
        if (achieved.Length != desired.Length || achieved.Length != rewards.Length * GoalLength)
        {
            throw new ArgumentException(
                $"{rewards.Length} rewards need {rewards.Length * GoalLength} numbers of either goal, got "
                + $"{achieved.Length} and {desired.Length}.",
                nameof(rewards));
        }

        for (int i = 0; i < rewards.Length; i++)
        {
            Range row = (i * GoalLength)..((i + 1) * GoalLength);
            rewards[i] = ComputeReward(achieved[row], desired[row]);
        }
    }
}
