namespace GymSharp.Learning.Replay;

/// <summary>Transitions taken out of a replay buffer, row by row; made once and filled again and again.</summary>
/// <remarks>
/// A transition says what one to n steps did: from an observation an action led to a sum of discounted rewards
/// <c>R</c> and to a further observation, whose value counts with the factor <c>discount</c>:
/// <c>target = R + discount · V(next)</c>. The discount is 0 where the episode terminated, and γ to the number of steps
/// elsewhere, truncation included.
/// </remarks>
public sealed class TransitionBatch
{
    private readonly float[] observations;
    private readonly float[] nextObservations;
    private readonly float[] actions;
    private readonly float[] rewards;
    private readonly float[] discounts;
    private readonly float[] weights;
    private readonly int[] slots;
    private readonly bool[] nextMasks;

    /// <summary>Makes room.</summary>
    /// <param name="count">Number of transitions, at least 1.</param>
    /// <param name="observationSize">Numbers per observation.</param>
    /// <param name="actionSize">Numbers per action.</param>
    /// <param name="maskSize">Entries of the mask of allowed actions, 0 where there is none.</param>
    public TransitionBatch(int count, int observationSize, int actionSize = 1, int maskSize = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(observationSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(actionSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maskSize);
        Count = count;
        ObservationSize = observationSize;
        ActionSize = actionSize;
        MaskSize = maskSize;
        observations = new float[count * observationSize];
        nextObservations = new float[count * observationSize];
        actions = new float[count * actionSize];
        rewards = new float[count];
        discounts = new float[count];
        weights = new float[count];
        slots = new int[count];
        nextMasks = new bool[count * maskSize];
    }

    /// <summary>Number of transitions.</summary>
    public int Count { get; }

    /// <summary>Numbers per observation.</summary>
    public int ObservationSize { get; }

    /// <summary>Numbers per action.</summary>
    public int ActionSize { get; }

    /// <summary>Entries of the mask of allowed actions, 0 where there is none.</summary>
    public int MaskSize { get; }

    /// <summary>What was seen: [count, observation size].</summary>
    public Span<float> Observations => observations;

    /// <summary>What was done: [count, action size]; a discrete action is its index.</summary>
    public Span<float> Actions => actions;

    /// <summary>Sums of discounted rewards: [count].</summary>
    public Span<float> Rewards => rewards;

    /// <summary>Factors of the value of the next observation: [count].</summary>
    public Span<float> Discounts => discounts;

    /// <summary>What was seen afterwards: [count, observation size]; of no use where the discount is 0.</summary>
    public Span<float> NextObservations => nextObservations;

    /// <summary>
    /// Which actions were allowed afterwards: [count, mask size]; of no use where the discount is 0.
    /// </summary>
    public Span<bool> NextMasks => nextMasks;

    /// <summary>Importance weights: [count]; 1 where every transition is equally likely.</summary>
    public Span<float> Weights => weights;

    /// <summary>Where the transitions lie in the buffer: [count].</summary>
    public Span<int> Slots => slots;
}
