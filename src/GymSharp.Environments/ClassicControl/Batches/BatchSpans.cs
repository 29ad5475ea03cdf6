namespace GymSharp.Environments.ClassicControl;

/// <summary>The memory that the caller of a batch's step owns.</summary>
/// <typeparam name="TAction"><c>int</c> or <c>float</c>.</typeparam>
internal ref struct BatchSpans<TAction>
    where TAction : unmanaged
{
    /// <summary>One action per environment.</summary>
    public ReadOnlySpan<TAction> Actions;

    /// <summary>Observations, row by row.</summary>
    public Span<float> Observations;

    /// <summary>One reward per environment.</summary>
    public Span<float> Rewards;

    /// <summary>Whether the task ended.</summary>
    public Span<bool> Terminated;

    /// <summary>Whether the time limit was reached.</summary>
    public Span<bool> Truncated;

    /// <summary>Last observations of ended episodes, row by row; or empty.</summary>
    public Span<float> FinalObservations;

    /// <summary>Refuses memory that does not fit.</summary>
    /// <exception cref="ArgumentException">A length is wrong; the message says which and what it should be.</exception>
    public readonly void Check(int environments, int observationLength)
    {
        int numbers = environments * observationLength;
        Require(Actions.Length, environments, "actions");
        Require(Observations.Length, numbers, "observations");
        Require(Rewards.Length, environments, "rewards");
        Require(Terminated.Length, environments, "terminated");
        Require(Truncated.Length, environments, "truncated");
        if (!FinalObservations.IsEmpty)
        {
            Require(FinalObservations.Length, numbers, "finalObservations");
        }
    }

    /// <summary>Refuses memory of another length.</summary>
    public static void Require(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"'{name}' has {length} elements; this batch needs {expected}.", name);
        }
    }

    /// <summary>The part that belongs to some neighbouring environments.</summary>
    public readonly BatchSpans<TAction> Slice(int start, int count, int observationLength) => new()
    {
        Actions = Actions.Slice(start, count),
        Observations = Observations.Slice(start * observationLength, count * observationLength),
        Rewards = Rewards.Slice(start, count),
        Terminated = Terminated.Slice(start, count),
        Truncated = Truncated.Slice(start, count),
        FinalObservations = FinalObservations.IsEmpty
            ? default
            : FinalObservations.Slice(start * observationLength, count * observationLength),
    };
}
