using System.Text;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Bit flipping, section 3.1 of M. Andrychowicz et al., "Hindsight Experience Replay", NeurIPS 2017: flip one bit of n
/// at a time until they are those that are wanted.
/// </summary>
/// <remarks>
/// <para>Observation, a dictionary of <c>sbyte[n]</c>, zeros and ones: <c>observation</c> and <c>achieved_goal</c>,
/// the bits; <c>desired_goal</c>, the bits wanted. Action: which bit to flip, from 0 to n − 1. Bits and goal are drawn
/// at each reset, never equal.</para>
/// <para>Reward: 0 where the bits are those wanted, which terminates, else −1. After <c>max_steps</c> steps, n of them
/// by default, the episode is truncated. Info: <c>is_success</c>.</para>
/// </remarks>
public sealed class BitFlippingEnv : Env<DictValue, int>, IGoalEnv, IHasHeuristic<DictValue, int>
{
    /// <summary>The most bits there may be.</summary>
    public const int MostBits = 256;

    private const int NotStarted = -1;
    private static readonly Info Away = Info.Of("is_success", false);
    private static readonly Info There = Info.Of("is_success", true);

    private readonly sbyte[] bits;
    private readonly sbyte[] goal;
    private int steps = NotStarted;
    private BitFlippingPicture? picture;

    /// <summary>Makes the environment.</summary>
    /// <param name="bits">How many bits, 1 to <see cref="MostBits"/>.</param>
    /// <param name="maxSteps">Steps after which an episode is truncated, at least 1; null for as many as bits.</param>
    /// <param name="renderMode">How <see cref="Render"/> shows the environment.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public BitFlippingEnv(int bits = 15, int? maxSteps = null, RenderMode renderMode = RenderMode.None)
    {
        if (bits is < 1 or > MostBits)
        {
            throw new ArgumentException($"'bits' is {bits}; a number from 1 to {MostBits} was expected.", nameof(bits));
        }

        if (maxSteps < 1)
        {
            throw new ArgumentException(
                $"'max_steps' is {maxSteps}; at least 1 was expected, or null for as many as bits.", nameof(maxSteps));
        }

        this.bits = new sbyte[bits];
        goal = new sbyte[bits];
        MaxSteps = maxSteps ?? bits;
        RenderMode = renderMode;
        ActionSpace = new Discrete(bits);
        ObservationSpace = new DictSpace(
            (IGoalEnv.AchievedGoalKey, new MultiBinary(bits)),
            (IGoalEnv.DesiredGoalKey, new MultiBinary(bits)),
            (IGoalEnv.ObservationKey, new MultiBinary(bits)));
    }

    /// <inheritdoc/>
    public override Space<DictValue> ObservationSpace { get; }

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; }

    /// <inheritdoc/>
    public override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.Human, RenderMode.RgbArray, RenderMode.Ansi], 4);

    /// <summary>Steps after which an episode is truncated.</summary>
    public int MaxSteps { get; }

    /// <summary>The number of bits.</summary>
    public int GoalLength => bits.Length;

    /// <summary>The bits.</summary>
    public ReadOnlySpan<sbyte> Bits => bits;

    /// <summary>The bits wanted.</summary>
    public ReadOnlySpan<sbyte> DesiredGoal => goal;

    /// <summary>Makes the environment from keyword arguments.</summary>
    /// <exception cref="ArgumentException">An argument has a wrong type or is out of its range.</exception>
    public static BitFlippingEnv FromArguments(EnvArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new BitFlippingEnv(
            arguments.Get("bits", 15), arguments.Get<int?>("max_steps", null), arguments.RenderMode);
    }

    /// <inheritdoc/>
    public double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        IsSuccess(achieved, desired) ? 0 : -1;

    /// <inheritdoc/>
    public bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        IsSuccess(achieved, desired);

    /// <inheritdoc/>
    public bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
        achieved.SequenceEqual(desired);

    /// <inheritdoc/>
    /// <remarks>Flips the first bit that is not as wanted.</remarks>
    public Func<DictValue, int> CreateHeuristic() => static seen =>
    {
        sbyte[] wanted = seen.Get<sbyte[]>(IGoalEnv.DesiredGoalKey);
        int first = seen.Get<sbyte[]>(IGoalEnv.AchievedGoalKey).AsSpan().CommonPrefixLength(wanted);
        return first < wanted.Length ? first : 0;
    };

    /// <inheritdoc/>
    public override Frame? Render()
    {
        if (RenderMode == RenderMode.None)
        {
            return null;
        }

        RequireReset("Render");
        return RenderMode == RenderMode.Ansi
            ? new Frame(WriteText())
            : (picture ??= new BitFlippingPicture()).Draw(bits, goal);
    }

    /// <inheritdoc/>
    protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options, DictValue? reuse)
    {
        Reseed(seed);
        Draws.Bits(Rng, bits);
        do
        {
            Draws.Bits(Rng, goal);
        }
        while (IsSolved());

        steps = 0;
        return (Observe(reuse), Away);
    }

    /// <inheritdoc/>
    protected override Step<DictValue> OnStep(int action, DictValue? reuse)
    {
        if ((uint)action >= (uint)bits.Length)
        {
            throw new InvalidActionException(
                $"The action {action} is not in {ActionSpace}. Choose 0 (the first bit) to {bits.Length - 1} (the "
                + "last).");
        }

        RequireReset("Step");
        bits[action] ^= 1;
        steps = Math.Min(steps + 1, MaxSteps);
        bool isSolved = IsSolved();
        return new(
            Observe(reuse), isSolved ? 0 : -1, isSolved, Truncated: steps == MaxSteps, isSolved ? There : Away);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        (sbyte[] savedBits, sbyte[] savedGoal, int savedSteps) = ([.. bits], [.. goal], steps);
        sync.Sync(ref savedBits);
        sync.Sync(ref savedGoal);
        sync.Sync(ref savedSteps);
        if (savedSteps < NotStarted || savedSteps > MaxSteps
            || !AreBits(savedBits) || !AreBits(savedGoal))
        {
            throw new StateFormatException(
                $"The saved state has {savedBits.Length} bits and {savedSteps} steps, or is damaged; there are "
                + $"{bits.Length} bits and at most {MaxSteps} steps here. Restore it with the arguments it was saved "
                + "with.");
        }

        savedBits.CopyTo(bits, 0);
        savedGoal.CopyTo(goal, 0);
        steps = savedSteps;
        sync.Sync(Rng);
    }

    // Those that are not as wanted are highlighted.
    private string WriteText()
    {
        StringBuilder text = new("goal ");
        foreach (sbyte bit in goal)
        {
            text.Append(' ').Append(bit);
        }

        text.Append("\nbits ");
        for (int i = 0; i < bits.Length; i++)
        {
            string digit = bits[i] == 0 ? "0" : "1";
            text.Append(' ').Append(bits[i] == goal[i] ? digit : AnsiText.Highlighted(digit, AnsiText.Red));
        }

        return text.Append('\n').ToString();
    }

    private DictValue Observe(DictValue? reuse)
    {
        if (Memory(reuse, IGoalEnv.AchievedGoalKey) is { } achieved
            && Memory(reuse, IGoalEnv.DesiredGoalKey) is { } desired
            && Memory(reuse, IGoalEnv.ObservationKey) is { } observation)
        {
            bits.CopyTo(achieved, 0);
            goal.CopyTo(desired, 0);
            bits.CopyTo(observation, 0);
            return reuse!;
        }

        return new DictValue(
            (IGoalEnv.AchievedGoalKey, bits.Clone()),
            (IGoalEnv.DesiredGoalKey, goal.Clone()),
            (IGoalEnv.ObservationKey, bits.Clone()));
    }

    private sbyte[]? Memory(DictValue? reuse, string key) =>
        reuse is { Count: 3 } && reuse.TryGetValue(key, out object? held) && held is sbyte[] memory
        && memory.Length == bits.Length
            ? memory
            : null;

    private bool AreBits(sbyte[] values) =>
        values.Length == bits.Length && !values.AsSpan().ContainsAnyExceptInRange((sbyte)0, (sbyte)1);

    private bool IsSolved() => bits.AsSpan().SequenceEqual(goal);

    private void RequireReset(string method)
    {
        if (steps == NotStarted)
        {
            throw new ResetNeededException(
                $"Cannot call {method}() before Reset(). Call Reset once to start the first episode.");
        }
    }
}
