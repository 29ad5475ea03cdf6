using GymSharp.Randomness;

namespace GymSharp.Tabular;

/// <summary>
/// The model of a finite Markov decision process: for each state and action the possible outcomes in the order in which
/// they are drawn, and how episodes start. Gymnasium's <c>P</c> and <c>initial_state_distrib</c>. Immutable.
/// </summary>
/// <remarks>
/// All outcomes lie in one array, those of state 0 and action 0 first, so that drawing one reads neighbouring memory
/// and allocates nothing.
/// </remarks>
public sealed class TransitionTable
{
    private const double SumTolerance = 1e-9;

    private readonly int[] starts;
    private readonly Transition[] outcomes;
    private readonly double[] cumulative;
    private readonly double[] initial;
    private readonly double[] cumulativeInitial;

    /// <summary>Makes a table by asking for the outcomes of every state and action.</summary>
    /// <param name="actionCount">Number of actions, at least 1.</param>
    /// <param name="initialDistribution">
    /// Probability of each state to be the first of an episode. Its length is the number of states.
    /// </param>
    /// <param name="outcomesOf">The outcomes of a state and an action, in the order in which they are drawn.</param>
    /// <exception cref="ArgumentException">
    /// Probabilities are negative or do not add up to 1, a list is empty, or a next state does not exist.
    /// </exception>
    public TransitionTable(
        int actionCount,
        ReadOnlySpan<double> initialDistribution,
        Func<int, int, IReadOnlyList<Transition>> outcomesOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(actionCount, 1);
        ArgumentNullException.ThrowIfNull(outcomesOf);
        StateCount = initialDistribution.Length;
        ActionCount = actionCount;
        initial = initialDistribution.ToArray();
        cumulativeInitial = new double[initial.Length];
        Accumulate(initial, cumulativeInitial, "the initial distribution", nameof(initialDistribution));

        starts = new int[(StateCount * actionCount) + 1];
        List<Transition> all = new(StateCount * actionCount);
        List<double> sums = new(StateCount * actionCount);
        for (int row = 0; row < starts.Length - 1; row++)
        {
            (int state, int action) = Math.DivRem(row, actionCount);
            starts[row] = all.Count;
            IReadOnlyList<Transition> some = outcomesOf(state, action);
            sums.AddRange(Check(some, state, action));
            all.AddRange(some);
        }

        starts[^1] = all.Count;
        outcomes = [.. all];
        cumulative = [.. sums];
    }

    /// <summary>Number of states.</summary>
    public int StateCount { get; }

    /// <summary>Number of actions.</summary>
    public int ActionCount { get; }

    /// <summary>Number of outcomes of all states and actions together.</summary>
    public int OutcomeCount => outcomes.Length;

    /// <summary>Probability of each state to be the first of an episode.</summary>
    public ReadOnlySpan<double> InitialDistribution => initial;

    /// <summary>An outcome by the number that <see cref="Draw"/> gave.</summary>
    /// <exception cref="IndexOutOfRangeException">
    /// The number is negative, or not below <see cref="OutcomeCount"/>.
    /// </exception>
    public ref readonly Transition this[int outcome] => ref outcomes[outcome];

    /// <summary>What may happen when an action is taken in a state, in the order in which it is drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state or action.</exception>
    public ReadOnlySpan<Transition> Outcomes(int state, int action)
    {
        int row = Row(state, action);
        return outcomes.AsSpan(starts[row], starts[row + 1] - starts[row]);
    }

    /// <summary>
    /// Draws what happens when an action is taken in a state; takes one random number, even where it is certain.
    /// </summary>
    /// <returns>The number of the outcome, for <c>table[outcome]</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state or action; nothing was drawn.</exception>
    public int Draw(int state, int action, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        int row = Row(state, action);
        int first = starts[row];
        ReadOnlySpan<double> sums = cumulative.AsSpan(first, starts[row + 1] - first);
        double target = rng.Random();

        // Counts instead of stopping at the hit: the outcome is random, so a branch on it would be predicted badly.
        int below = 0;
        foreach (double sum in sums)
        {
            below += sum <= target ? 1 : 0;
        }

        // The last sum may fall short of 1 by rounding; NumPy's argmax of a row without a hit is its first entry.
        return first + (below < sums.Length ? below : 0);
    }

    /// <summary>Draws the first state of an episode; takes one random number.</summary>
    public int DrawInitial(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        double target = rng.Random();
        int low = 0;
        int high = cumulativeInitial.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cumulativeInitial[middle] > target)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < cumulativeInitial.Length ? low : 0;
    }

    private static void Accumulate(ReadOnlySpan<double> probabilities, Span<double> sums, string what, string parameter)
    {
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1))
            {
                throw new ArgumentException(
                    $"Entry {i} of {what} is {probabilities[i]}; a probability from 0 to 1 was expected.", parameter);
            }

            sum += probabilities[i];
            sums[i] = sum;
        }

        if (!(Math.Abs(sum - 1) <= SumTolerance))
        {
            throw new ArgumentException(
                $"The probabilities of {what} add up to {sum}; they must add up to 1.", parameter);
        }
    }

    private double[] Check(IReadOnlyList<Transition> some, int state, int action)
    {
        string what = $"the outcomes of action {action} in state {state}";
        double[] probabilities = new double[some.Count];
        for (int i = 0; i < some.Count; i++)
        {
            probabilities[i] = some[i].Probability;
            if ((uint)some[i].NextState >= (uint)StateCount)
            {
                throw new ArgumentException(
                    $"Entry {i} of {what} leads to state {some[i].NextState}; states go from 0 to {StateCount - 1}.",
                    nameof(some));
            }
        }

        double[] sums = new double[some.Count];
        Accumulate(probabilities, sums, what, nameof(some));
        return sums;
    }

    private int Row(int state, int action)
    {
        if ((uint)state >= (uint)StateCount || (uint)action >= (uint)ActionCount)
        {
            ThrowRange(state, action);
        }

        return (state * ActionCount) + action;
    }

    private void ThrowRange(int state, int action) => throw new ArgumentOutOfRangeException(
        (uint)state >= (uint)StateCount ? nameof(state) : nameof(action),
        $"There is no action {action} in state {state}. States go from 0 to {StateCount - 1}, "
        + $"actions from 0 to {ActionCount - 1}.");
}
