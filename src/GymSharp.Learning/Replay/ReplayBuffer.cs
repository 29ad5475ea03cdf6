using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Replay;

/// <summary>
/// The last transitions of one or more environments, to learn from in random order; Lin (1992), "Self-Improving
/// Reactive Agents Based on Reinforcement Learning, Planning and Teaching".
/// </summary>
/// <remarks>
/// <para>Each environment has a ring of slots. A slot holds an observation and what was done there; the next
/// observation is that of the next slot, so it is not stored twice. Only an episode that was truncated leaves a slot
/// with nothing but its last observation, which is needed to bootstrap. The slot ahead of the newest transition holds
/// the observation not acted on yet, and so parts the newest transition from the oldest.</para>
/// <para>Returns over n steps are formed when transitions are taken out: the sum ends with the episode, and at the
/// newest transition. Nothing is allocated after construction.</para>
/// </remarks>
public sealed class ReplayBuffer
{
    private readonly ReplayLayout layout;
    private readonly ObservationStore observations;
    private readonly float[] actions;
    private readonly float[] rewards;
    private readonly SlotKind[] kinds;
    private readonly int[] heads;
    private bool[] masks = [];
    private int maskSize;
    private int filled = 1;
    private bool isStarted;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="layout">Its sizes.</param>
    /// <exception cref="ArgumentException">A size is wrong or too large.</exception>
    public ReplayBuffer(ReplayLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ReplayLayout.Check(layout);
        this.layout = layout;
        observations = new ObservationStore(layout);
        actions = new float[layout.Slots * layout.ActionSize];
        rewards = new float[layout.Slots];
        kinds = new SlotKind[layout.Slots];
        heads = new int[layout.Envs];
    }

    private enum SlotKind : byte
    {
        /// <summary>No transition: never written, forgotten, or only an observation.</summary>
        None,
        Ongoing,
        Terminated,
        Truncated,
    }

    /// <summary>Number of transitions.</summary>
    public int Count { get; private set; }

    /// <summary>Number of slots; those of transitions are among them.</summary>
    public int Slots => layout.Slots;

    /// <summary>Its sizes.</summary>
    public ReplayLayout Layout => layout;

    /// <summary>Slots from 0 on among which all transitions lie.</summary>
    internal int FilledSlots => filled * layout.Envs;

    /// <summary>Notes the first observation of an episode.</summary>
    /// <param name="env">Which environment.</param>
    /// <param name="observation">What it shows.</param>
    /// <param name="mask">Which actions it allows, where masks are kept.</param>
    /// <exception cref="ArgumentException">The observation or the mask does not fit the layout.</exception>
    public void Start(int env, ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask = default) =>
        Write(Slot(heads[env], env), observation, mask);

    /// <summary>
    /// Adds what one step did from the last observation noted of the environment. After an end call
    /// <see cref="Start"/>.
    /// </summary>
    /// <param name="env">Which environment.</param>
    /// <param name="action">What was done.</param>
    /// <param name="outcome">Reward and end of the step.</param>
    /// <param name="next">What is seen afterwards: the true last observation where the episode ended.</param>
    /// <param name="mask">Which actions are allowed afterwards, where masks are kept.</param>
    /// <returns>The slot of the transition.</returns>
    /// <exception cref="ArgumentException">The observation, mask or action does not fit the layout.</exception>
    public int Add(
        int env,
        ReadOnlySpan<float> action,
        StepOutcome outcome,
        ReadOnlySpan<float> next,
        ReadOnlySpan<bool> mask = default)
    {
        if (action.Length != layout.ActionSize)
        {
            throw new ArgumentException(
                $"An action of this buffer has {layout.ActionSize} numbers, got {action.Length}.", nameof(action));
        }

        RequireMask(mask);
        int slot = Slot(heads[env], env);
        action.CopyTo(actions.AsSpan(slot * layout.ActionSize));
        rewards[slot] = outcome.Reward;
        kinds[slot] = outcome.Terminated ? SlotKind.Terminated
            : outcome.Truncated ? SlotKind.Truncated
            : SlotKind.Ongoing;
        Count++;

        int following = Advance(env);
        if (!outcome.Terminated)
        {
            Write(following, next, mask);
            if (outcome.Truncated)
            {
                Advance(env);
            }
        }

        return slot;
    }

    /// <summary>Takes transitions out at random, each as likely as any other, with repetition.</summary>
    /// <param name="batch">Filled.</param>
    /// <param name="window">How many steps a transition spans.</param>
    /// <param name="rng">Draws.</param>
    /// <exception cref="InvalidOperationException">The buffer is empty.</exception>
    public void Sample(TransitionBatch batch, ReplayWindow window, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(rng);
        RequireTransitions();
        int end = FilledSlots;
        for (int row = 0; row < batch.Count; row++)
        {
            int slot;
            do
            {
                slot = (int)rng.Integers(0, end);
            }
            while (kinds[slot] == SlotKind.None);

            batch.Weights[row] = 1;
            Read(slot, window, batch, row);
        }
    }

    /// <summary>Takes out one transition.</summary>
    /// <param name="slot">Where it lies.</param>
    /// <param name="window">How many steps it spans.</param>
    /// <param name="batch">Where it goes.</param>
    /// <param name="row">Which row of the batch.</param>
    /// <exception cref="ArgumentException">The slot holds no transition, or the batch has masks of another size.
    /// </exception>
    public void Read(int slot, ReplayWindow window, TransitionBatch batch, int row)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!Holds(slot))
        {
            throw new ArgumentException($"Slot {slot} holds no transition; ask Holds first.", nameof(slot));
        }

        if (batch.MaskSize != maskSize)
        {
            throw new ArgumentException(
                $"The batch has room for masks of {batch.MaskSize} entries, the masks of this buffer have {maskSize}. "
                + $"Make the batch with maskSize: {maskSize}.",
                nameof(batch));
        }

        int size = layout.ObservationSize;
        batch.Slots[row] = slot;
        observations.Read(slot, batch.Observations.Slice(row * size, size));
        actions.AsSpan(slot * layout.ActionSize, layout.ActionSize)
            .CopyTo(batch.Actions[(row * layout.ActionSize)..]);

        double sum = 0;
        double factor = 1;
        for (int step = 1; ; step++)
        {
            SlotKind kind = kinds[slot];
            sum += factor * rewards[slot];
            factor = kind == SlotKind.Terminated ? 0 : factor * window.Gamma;
            slot = After(slot);
            if (kind != SlotKind.Ongoing || step == window.Steps || kinds[slot] == SlotKind.None)
            {
                break;
            }
        }

        batch.Rewards[row] = (float)sum;
        batch.Discounts[row] = (float)factor;
        observations.Read(slot, batch.NextObservations.Slice(row * size, size));
        masks.AsSpan(slot * maskSize, maskSize).CopyTo(batch.NextMasks[(row * maskSize)..]);
    }

    /// <summary>Whether a slot holds a transition.</summary>
    public bool Holds(int slot) => kinds[slot] != SlotKind.None;

    /// <summary>Reads or writes all transitions.</summary>
    /// <exception cref="StateFormatException">The saved buffer has other sizes.</exception>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        (int Slots, int Envs, int Size) own = (layout.Slots, layout.Envs, layout.ObservationSize + maskSize);
        (int Slots, int Envs, int Size) sizes = own;
        sync.Sync(ref sizes);
        sync.Sync(ref filled);
        if (sizes != own || filled > layout.SlotsPerEnv)
        {
            throw new StateFormatException(
                $"The saved replay buffer has {sizes.Slots} slots of {sizes.Size} numbers and entries of masks for "
                + $"{sizes.Envs} environments, this one {own.Slots} of {own.Size} for {own.Envs}. "
                + "Use the options it was trained with.");
        }

        int count = Count;
        sync.Sync(ref count);
        Count = count;
        sync.Sync(heads.AsSpan());
        observations.SyncState(sync, FilledSlots);
        sync.Sync(actions.AsSpan(0, FilledSlots * layout.ActionSize));
        sync.Sync(rewards.AsSpan(0, FilledSlots));
        sync.Sync(kinds.AsSpan(0, FilledSlots));
        sync.Sync(masks.AsSpan(0, FilledSlots * maskSize));
        kinds.AsSpan(FilledSlots).Clear();
    }

    /// <summary>
    /// Keeps with every observation which actions it allows. To be called before the first one, or before a saved
    /// buffer that kept them is read.
    /// </summary>
    /// <param name="size">Entries of a mask.</param>
    /// <exception cref="InvalidOperationException">The buffer holds observations already.</exception>
    public void KeepMasks(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (isStarted || Count > 0)
        {
            throw new InvalidOperationException(
                $"The replay buffer holds observations already, with masks of {maskSize} entries. "
                + "Call KeepMasks before the first Start.");
        }

        maskSize = size;
        masks = new bool[layout.Slots * size];
    }

    /// <summary>
    /// How many transitions of an episode follow each other from a slot on, itself included, up to the newest; those
    /// that terminated do not count, for what they led to is not kept.
    /// </summary>
    internal int StepsAhead(int slot)
    {
        int steps = 0;
        while (kinds[slot] is SlotKind.Ongoing or SlotKind.Truncated)
        {
            steps++;
            if (kinds[slot] == SlotKind.Truncated)
            {
                break;
            }

            slot = After(slot);
        }

        return steps;
    }

    /// <summary>Reads what a transition led to.</summary>
    /// <param name="slot">A transition.</param>
    /// <param name="steps">How many transitions later, fewer than <see cref="StepsAhead"/>.</param>
    /// <param name="observation">Receives the observation.</param>
    internal void ReadAfter(int slot, int steps, Span<float> observation)
    {
        for (int i = 0; i <= steps; i++)
        {
            slot = After(slot);
        }

        observations.Read(slot, observation);
    }

    /// <summary>The slot of the same environment that was or will be written next.</summary>
    internal int After(int slot) => slot + layout.Envs < layout.Slots ? slot + layout.Envs : slot % layout.Envs;

    internal void RequireTransitions()
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("The replay buffer holds no transition yet. Add some first.");
        }
    }

    private void Write(int slot, ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask)
    {
        RequireMask(mask);
        observations.Write(slot, observation);
        mask.CopyTo(masks.AsSpan(slot * maskSize));
        isStarted = true;
    }

    private void RequireMask(ReadOnlySpan<bool> mask)
    {
        if (mask.Length != maskSize)
        {
            throw new ArgumentException(
                $"A mask of this buffer has {maskSize} entries, got {mask.Length}.", nameof(mask));
        }
    }

    private int Slot(int position, int env) => (position * layout.Envs) + env;

    // Moves on to the next slot and forgets what was there.
    private int Advance(int env)
    {
        int head = heads[env] + 1 == layout.SlotsPerEnv ? 0 : heads[env] + 1;
        heads[env] = head;
        filled = Math.Max(filled, head + 1);
        int slot = Slot(head, env);
        Count -= Holds(slot) ? 1 : 0;
        kinds[slot] = SlotKind.None;
        return slot;
    }
}
