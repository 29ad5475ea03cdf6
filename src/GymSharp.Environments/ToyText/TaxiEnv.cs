using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.State;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Taxi, after Dietterich, "Hierarchical Reinforcement Learning with the MAXQ Value Function Decomposition" (2000):
/// fetch a passenger at one of four stations and bring them to another. Observations are numbers that
/// <see cref="TaxiState"/> takes apart; actions are 0 south, 1 north, 2 east, 3 west, 4 pick up, 5 drop off.
/// </summary>
/// <remarks>
/// The arrays that infos hold under <c>action_mask</c> are shared by all steps; read them, do not change them.
/// The table of transitions leaves the whims of a fickle passenger out, as Gymnasium's does.
/// </remarks>
public sealed class TaxiEnv : TabularEnv
{
    private static readonly string[] ActionNames = ["South", "North", "East", "West", "Pickup", "Dropoff"];

    private readonly TaxiModel model;
    private readonly bool ficklePassenger;
    private readonly double fickleProbability;
    private bool mayChangeMind;
    private int orientation;
    private TaxiPicture? picture;

    /// <summary>Makes the environment.</summary>
    /// <param name="isRainy">Whether a move may go sideways.</param>
    /// <param name="ficklePassenger">
    /// Whether the passenger may change the destination on the first move after being picked up.
    /// </param>
    /// <param name="rainyProbability">Probability, 0 to 1, that a move in the rain goes where it should.</param>
    /// <param name="fickleProbability">Probability, 0 to 1, that a fickle passenger changes the destination.</param>
    /// <param name="renderMode">How <see cref="TabularEnv.Render"/> shows the environment.</param>
    /// <exception cref="ArgumentException">A probability is not from 0 to 1.</exception>
    public TaxiEnv(
        bool isRainy = false,
        bool ficklePassenger = false,
        double rainyProbability = 0.8,
        double fickleProbability = 0.3,
        RenderMode renderMode = RenderMode.None)
        : this(ModelOf(isRainy, rainyProbability), renderMode)
    {
        this.ficklePassenger = ficklePassenger;
        this.fickleProbability = Probability.Check(fickleProbability, "fickle_probability", nameof(fickleProbability));
    }

    private TaxiEnv(TaxiModel model, RenderMode renderMode)
        : base(model.Transitions, model.StepInfos, ActionNames, renderMode)
    {
        this.model = model;
    }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.Human, RenderMode.Ansi, RenderMode.RgbArray], 4);

    /// <summary>Makes the environment from Gymnasium's keyword arguments.</summary>
    /// <exception cref="ArgumentException">An argument has a wrong type or value.</exception>
    public static TaxiEnv FromArguments(EnvArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new TaxiEnv(
            arguments.Get("is_rainy", false),
            arguments.Get("fickle_passenger", false),
            arguments.Get("rainy_probability", 0.8),
            arguments.Get("fickle_probability", 0.3),
            arguments.RenderMode);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<sbyte> ActionMask(int state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, TaxiState.Count);
        return model.Masks[state];
    }

    /// <inheritdoc/>
    protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
    {
        (int Observation, Info Info) result = base.OnReset(seed, options);
        mayChangeMind = ficklePassenger && Rng.Random() < fickleProbability;
        orientation = 0;
        return result;
    }

    /// <inheritdoc/>
    protected override Step<int> OnStep(int action, int reuse)
    {
        int before = State;
        Step<int> step = base.OnStep(action, reuse);
        if (action < 4)
        {
            orientation = action;
        }

        return mayChangeMind ? ChangeMind(before, step) : step;
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        base.SyncState(sync);
        byte mind = mayChangeMind ? (byte)1 : (byte)0;
        int savedOrientation = orientation;
        sync.Sync(ref mind);
        sync.Sync(ref savedOrientation);
        if (mind > 1 || savedOrientation is < 0 or > 3)
        {
            throw new StateFormatException("The saved state of the taxi's passenger or direction is damaged.");
        }

        mayChangeMind = mind == 1;
        orientation = savedOrientation;
    }

    /// <inheritdoc/>
    protected override string RenderText() => TaxiText.Of(TaxiState.Decode(State), LastActionName);

    /// <inheritdoc/>
    protected override Frame RenderPicture() =>
        (picture ??= new TaxiPicture()).Draw(TaxiState.Decode(State), orientation);

    private protected override Info ResetInfo(int first) => model.ResetInfos[first];

    private static TaxiModel ModelOf(bool isRainy, double rainyProbability)
    {
        double checkedProbability = Probability.Check(rainyProbability, "rainy_probability", nameof(rainyProbability));
        return isRainy ? new TaxiModel(checkedProbability) : TaxiModel.Dry;
    }

    // The mind changes once, on the first move with the passenger on board. The info stays: its mask does not depend on
    // the destination.
    private Step<int> ChangeMind(int before, Step<int> step)
    {
        TaxiState old = TaxiState.Decode(before);
        TaxiState now = TaxiState.Decode(step.Observation);
        if (old.Passenger != TaxiState.InTaxi || (old.Row == now.Row && old.Column == now.Column))
        {
            return step;
        }

        mayChangeMind = false;
        int other = (int)Rng.Choice(TaxiMap.Stations.Length - 1);
        int destination = other < old.Destination ? other : other + 1;
        int next = (now with { Destination = destination }).Encode();
        MoveTo(next);
        return step with { Observation = next };
    }
}
