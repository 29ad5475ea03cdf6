namespace GymSharp.Learning.PolicyGradient;

/// <summary>Rows of experience that an update learns from; memory is made once.</summary>
public sealed class RolloutSamples
{
    private readonly float[] observations;
    private readonly float[] actions;
    private readonly bool[] masks;
    private readonly float[] policies;
    private readonly float[] logProbabilities;
    private readonly float[] values;
    private readonly float[] advantages;
    private readonly float[] returns;

    /// <summary>Makes room.</summary>
    /// <param name="capacity">Most rows.</param>
    /// <param name="observationSize">Numbers in an observation.</param>
    /// <param name="actionSize">Numbers in an action.</param>
    /// <param name="policySize">Parameters of the policy's distribution.</param>
    /// <param name="maskLength">Entries in an action mask, or 0 without masks.</param>
    public RolloutSamples(int capacity, int observationSize, int actionSize, int policySize, int maskLength = 0)
    {
        Capacity = capacity;
        Count = capacity;
        ObservationSize = observationSize;
        ActionSize = actionSize;
        MaskLength = maskLength;
        PolicySize = policySize;
        observations = new float[capacity * observationSize];
        actions = new float[capacity * actionSize];
        masks = new bool[capacity * maskLength];
        policies = new float[capacity * policySize];
        logProbabilities = new float[capacity];
        values = new float[capacity];
        advantages = new float[capacity];
        returns = new float[capacity];
    }

    /// <summary>Most rows.</summary>
    public int Capacity { get; }

    /// <summary>Rows that are there.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers in an observation.</summary>
    public int ObservationSize { get; }

    /// <summary>Numbers in an action.</summary>
    public int ActionSize { get; }

    /// <summary>Entries in an action mask, or 0 without masks.</summary>
    public int MaskLength { get; }

    /// <summary>Parameters of the policy's distribution.</summary>
    public int PolicySize { get; }

    /// <summary>What the agent saw, [Count, ObservationSize].</summary>
    public Span<float> Observations => observations.AsSpan(0, Count * ObservationSize);

    /// <summary>What it did, [Count, ActionSize].</summary>
    public Span<float> Actions => actions.AsSpan(0, Count * ActionSize);

    /// <summary>What it was allowed to do, [Count, MaskLength].</summary>
    public Span<bool> Masks => masks.AsSpan(0, Count * MaskLength);

    /// <summary>Parameters of the distribution each action was drawn from, [Count, PolicySize].</summary>
    public Span<float> Policies => policies.AsSpan(0, Count * PolicySize);

    /// <summary>Log-probability of each action when it was taken.</summary>
    public Span<float> LogProbabilities => logProbabilities.AsSpan(0, Count);

    /// <summary>The critic's value of each observation at that time.</summary>
    public Span<float> Values => values.AsSpan(0, Count);

    /// <summary>How much better each action was than expected.</summary>
    public Span<float> Advantages => advantages.AsSpan(0, Count);

    /// <summary>What the critic should have said.</summary>
    public Span<float> Returns => returns.AsSpan(0, Count);

    /// <summary>Says how many rows there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not so much room.</exception>
    public void Resize(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        Count = count;
    }

    /// <summary>Takes over the first rows, all that others have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not so much room.</exception>
    public void Take(RolloutSamples source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Resize(source.Count);
        source.Observations.CopyTo(observations);
        source.Actions.CopyTo(actions);
        source.Masks.CopyTo(masks);
        source.Policies.CopyTo(policies);
        source.LogProbabilities.CopyTo(logProbabilities);
        source.Values.CopyTo(values);
        source.Advantages.CopyTo(advantages);
        source.Returns.CopyTo(returns);
    }

    /// <summary>Takes over some rows of others.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="rows">Their numbers, at most <see cref="Capacity"/>.</param>
    public void Gather(RolloutSamples source, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(source);
        Count = rows.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            source.observations.AsSpan(row * ObservationSize, ObservationSize)
                .CopyTo(observations.AsSpan(i * ObservationSize));
            source.actions.AsSpan(row * ActionSize, ActionSize).CopyTo(actions.AsSpan(i * ActionSize));
            source.masks.AsSpan(row * MaskLength, MaskLength).CopyTo(masks.AsSpan(i * MaskLength));
            source.policies.AsSpan(row * PolicySize, PolicySize).CopyTo(policies.AsSpan(i * PolicySize));
            logProbabilities[i] = source.logProbabilities[row];
            values[i] = source.values[row];
            advantages[i] = source.advantages[row];
            returns[i] = source.returns[row];
        }
    }
}
