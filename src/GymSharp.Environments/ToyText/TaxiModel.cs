using GymSharp.Tabular;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// The table of Taxi, the action masks, and the infos that go with them. Immutable, so that environments may share one.
/// </summary>
internal sealed class TaxiModel
{
    private static readonly Lazy<TaxiModel> LazyDry = new(() => new TaxiModel(null));

    // South, north, east, west, each with the directions to its left and right.
    private static readonly (int Row, int Column)[] Moves = [(1, 0), (-1, 0), (0, 1), (0, -1)];
    private static readonly int[] LeftOf = [2, 3, 1, 0];
    private static readonly int[] RightOf = [3, 2, 0, 1];

    private readonly double? rainyProbability;

    /// <summary>Builds the table.</summary>
    /// <param name="rainyProbability">Probability that a move goes where it should; null for dry streets.</param>
    public TaxiModel(double? rainyProbability)
    {
        this.rainyProbability = rainyProbability;
        Transitions = new TransitionTable(TaxiMap.ActionCount, InitialDistribution(), Outcomes);
        (sbyte[][] masks, Info[] resetInfos) = (new sbyte[TaxiState.Count][], new Info[TaxiState.Count]);
        Dictionary<(double Probability, string Mask), Info> shared = [];
        for (int state = 0; state < masks.Length; state++)
        {
            masks[state] = TaxiMap.ActionMask(TaxiState.Decode(state));
            resetInfos[state] = InfoOf(1, masks[state], shared);
        }

        Masks = masks;
        ResetInfos = resetInfos;
        StepInfos = new Info[Transitions.OutcomeCount];
        for (int i = 0; i < StepInfos.Length; i++)
        {
            ref readonly Transition transition = ref Transitions[i];
            StepInfos[i] = InfoOf(transition.Probability, masks[transition.NextState], shared);
        }
    }

    /// <summary>The model of dry streets.</summary>
    public static TaxiModel Dry => LazyDry.Value;

    public TransitionTable Transitions { get; }

    /// <summary>The action mask of each state.</summary>
    public sbyte[][] Masks { get; }

    /// <summary>What <c>Reset</c> tells, for each first state.</summary>
    public Info[] ResetInfos { get; }

    /// <summary>What <c>Step</c> tells, for each outcome.</summary>
    public Info[] StepInfos { get; }

    private static Info InfoOf(
        double probability, sbyte[] mask, Dictionary<(double Probability, string Mask), Info> shared)
    {
        (double Probability, string Mask) key = (probability, string.Concat(mask));
        if (!shared.TryGetValue(key, out Info? info))
        {
            shared[key] = info = Info.Of("prob", probability).With("action_mask", mask);
        }

        return info;
    }

    private static double[] InitialDistribution()
    {
        double[] initial = new double[TaxiState.Count];
        for (int i = 0; i < initial.Length; i++)
        {
            TaxiState state = TaxiState.Decode(i);
            initial[i] = state.Passenger < TaxiState.InTaxi && state.Passenger != state.Destination ? 1 : 0;
        }

        double starts = initial.Sum();
        for (int i = 0; i < initial.Length; i++)
        {
            initial[i] /= starts;
        }

        return initial;
    }

    private static Transition PickUp(TaxiState state)
    {
        bool isThere = state.Passenger < TaxiState.InTaxi
            && TaxiMap.Stations[state.Passenger] == (state.Row, state.Column);
        return isThere
            ? new(1, (state with { Passenger = TaxiState.InTaxi }).Encode(), -1, Terminated: false)
            : new(1, state.Encode(), -10, Terminated: false);
    }

    private static Transition DropOff(TaxiState state)
    {
        int station = TaxiMap.StationAt(state.Row, state.Column);
        if (state.Passenger != TaxiState.InTaxi || station < 0)
        {
            return new(1, state.Encode(), -10, Terminated: false);
        }

        bool isArrived = station == state.Destination;
        return new(1, (state with { Passenger = station }).Encode(), isArrived ? 20 : -1, isArrived);
    }

    private static bool CanMove(in TaxiState state, int direction) => direction switch
    {
        0 => state.Row < TaxiMap.Size - 1,
        1 => state.Row > 0,
        2 => TaxiMap.OpenToEast(state.Row, state.Column),
        _ => TaxiMap.OpenToWest(state.Row, state.Column),
    };

    private static int Move(in TaxiState state, int direction)
    {
        (int down, int right) = CanMove(state, direction) ? Moves[direction] : (0, 0);
        return (state with { Row = state.Row + down, Column = state.Column + right }).Encode();
    }

    private Transition[] Outcomes(int number, int action)
    {
        TaxiState state = TaxiState.Decode(number);
        if (action >= 4)
        {
            return [action == 4 ? PickUp(state) : DropOff(state)];
        }

        if (rainyProbability is not { } ahead)
        {
            return [new(1, Move(state, action), -1, Terminated: false)];
        }

        // Where the way ahead is blocked the taxi stays, and does not drift sideways either.
        double aside = (1.0 - ahead) / 2.0;
        bool moves = CanMove(state, action);
        return
        [
            new(ahead, Move(state, action), -1, Terminated: false),
            new(aside, moves ? Move(state, LeftOf[action]) : number, -1, Terminated: false),
            new(aside, moves ? Move(state, RightOf[action]) : number, -1, Terminated: false),
        ];
    }
}
