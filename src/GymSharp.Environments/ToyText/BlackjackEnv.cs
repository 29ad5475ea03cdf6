using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Blackjack, example 5.1 of Sutton and Barto, "Reinforcement Learning: An Introduction" (2nd edition, 2018), with an
/// infinite deck. Observations are the player's sum, the dealer's open card (1 is an ace) and whether the player has a
/// usable ace (0 or 1); actions are 0 stick and 1 hit.
/// </summary>
public sealed class BlackjackEnv : Env<object[], int>
{
    private const string Suits = "CDHS";
    private const string Faces = "JQK";
    private const int Undealt = -1;

    // Observations hold boxed integers; these are shared by all.
    private static readonly object[] Boxes = [.. Enumerable.Range(0, 64).Select(number => (object)number)];

    private readonly bool natural;
    private readonly bool sab;
    private BlackjackHand dealer;
    private BlackjackHand player;
    private int suit = Undealt;
    private int face;
    private BlackjackPicture? picture;

    /// <summary>Makes the environment.</summary>
    /// <param name="natural">
    /// Whether winning with an ace and a ten from the start pays 1.5; only without <paramref name="sab"/>.
    /// </param>
    /// <param name="sab">
    /// Whether the book's rules hold to the letter: an ace and a ten from the start wins unless the dealer has it too.
    /// </param>
    /// <param name="renderMode">How <see cref="Render"/> shows the environment.</param>
    public BlackjackEnv(bool natural = false, bool sab = false, RenderMode renderMode = RenderMode.None)
    {
        this.natural = natural;
        this.sab = sab;
        RenderMode = renderMode;
    }

    /// <inheritdoc/>
    public override Space<object[]> ObservationSpace { get; } =
        new TupleSpace(new Discrete(32), new Discrete(11), new Discrete(2));

    /// <inheritdoc/>
    public override Space<int> ActionSpace { get; } = new Discrete(2);

    /// <inheritdoc/>
    public override RenderMode RenderMode { get; }

    /// <inheritdoc/>
    public override EnvMetadata Metadata { get; } = new([RenderMode.Human, RenderMode.RgbArray], 4);

    /// <summary>Makes the environment from Gymnasium's keyword arguments.</summary>
    /// <exception cref="ArgumentException">An argument has a wrong type.</exception>
    public static BlackjackEnv FromArguments(EnvArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return new BlackjackEnv(
            arguments.Get("natural", false), arguments.Get("sab", false), arguments.RenderMode);
    }

    /// <inheritdoc/>
    public override Frame? Render()
    {
        if (RenderMode == RenderMode.None)
        {
            return null;
        }

        RequireReset("Render");
        string rank = dealer.First switch
        {
            1 => "A",
            10 => Faces[face].ToString(),
            int number => number.ToString(),
        };
        picture ??= new BlackjackPicture();
        return picture.Draw(player, dealer.First, rank, Suits[suit]);
    }

    /// <inheritdoc/>
    protected override (object[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
        OnReset(seed, options, null);

    /// <inheritdoc/>
    protected override (object[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options, object[]? reuse)
    {
        Reseed(seed);
        dealer = DrawHand();
        player = DrawHand();

        // Suit and face only decide what is shown, but they are drawn from the same generator.
        suit = (int)Rng.Choice(Suits.Length);
        face = dealer.First == 10 ? (int)Rng.Choice(Faces.Length) : 0;
        return (Observe(reuse), Info.Empty);
    }

    /// <inheritdoc/>
    protected override Step<object[]> OnStep(int action, object[]? reuse)
    {
        if ((uint)action > 1)
        {
            throw new InvalidActionException(
                $"The action {action} is not in {ActionSpace}. Choose 0 (stick) or 1 (hit).");
        }

        RequireReset("Step");
        if (action == 0)
        {
            return new(Observe(reuse), Stick(), Terminated: true, Truncated: false, Info.Empty);
        }

        player.Add(DrawCard());
        bool isBust = player.IsBust;
        return new(Observe(reuse), isBust ? -1 : 0, isBust, Truncated: false, Info.Empty);
    }

    /// <inheritdoc/>
    protected override void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        (BlackjackHand savedDealer, BlackjackHand savedPlayer) = (dealer, player);
        (int savedSuit, int savedFace) = (suit, face);
        sync.Sync(ref savedDealer);
        sync.Sync(ref savedPlayer);
        sync.Sync(ref savedSuit);
        sync.Sync(ref savedFace);
        bool isDealt = savedSuit >= 0 && savedSuit < Suits.Length && savedFace >= 0 && savedFace < Faces.Length
            && savedDealer.IsValid && savedPlayer.IsValid;
        if (!isDealt && savedSuit != Undealt)
        {
            throw new StateFormatException("The saved state is damaged: its cards cannot have been dealt.");
        }

        (dealer, player, suit, face) = (savedDealer, savedPlayer, savedSuit, savedFace);
        sync.Sync(Rng);
    }

    private static object Box(int number) => (uint)number < (uint)Boxes.Length ? Boxes[number] : number;

    private double Stick()
    {
        while (dealer.Sum < 17)
        {
            dealer.Add(DrawCard());
        }

        double reward = Math.Sign(player.Score - dealer.Score);
        if (!player.IsNatural)
        {
            return reward;
        }

        return sab
            ? (dealer.IsNatural ? reward : 1)
            : (natural && reward == 1 ? 1.5 : reward);
    }

    private object[] Observe(object[]? reuse)
    {
        object[] observation = reuse is { Length: 3 } ? reuse : new object[3];
        observation[0] = Box(player.Sum);
        observation[1] = Boxes[dealer.First];
        observation[2] = Boxes[player.HasUsableAce ? 1 : 0];
        return observation;
    }

    private BlackjackHand DrawHand()
    {
        BlackjackHand hand = default;
        hand.Add(DrawCard());
        hand.Add(DrawCard());
        return hand;
    }

    // Thirteen ranks are equally likely; jack, queen and king count 10.
    private int DrawCard() => Math.Min((int)Rng.Choice(13) + 1, 10);

    private void RequireReset(string method)
    {
        if (suit == Undealt)
        {
            throw new ResetNeededException(
                $"Cannot call {method}() before Reset(). Call Reset once to start the first episode.");
        }
    }
}
