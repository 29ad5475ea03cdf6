namespace GymSharp.Environments.ToyText;

/// <summary>The town of Taxi: walls, stations, and which actions make sense where.</summary>
internal static class TaxiMap
{
    public const int Size = 5;
    public const int ActionCount = 6;

    /// <summary>The map as text; <c>|</c> and <c>-</c> are walls, <c>:</c> can be driven through.</summary>
    public static readonly string[] Text =
    [
        "+---------+",
        "|R: | : :G|",
        "| : | : : |",
        "| : : : : |",
        "| | : | : |",
        "|Y| : |B: |",
        "+---------+",
    ];

    /// <summary>The stations: red, green, yellow, blue.</summary>
    public static readonly (int Row, int Column)[] Stations = [(0, 0), (0, 4), (4, 0), (4, 3)];

    /// <summary>The station at a place, or -1.</summary>
    public static int StationAt(int row, int column) => Array.IndexOf(Stations, (row, column));

    public static bool OpenToEast(int row, int column) => Text[row + 1][(2 * column) + 2] == ':';

    public static bool OpenToWest(int row, int column) => Text[row + 1][2 * column] == ':';

    /// <summary>Which actions change the state: 1 for those that do. The destination plays no part.</summary>
    public static sbyte[] ActionMask(in TaxiState state)
    {
        bool isAtStation = StationAt(state.Row, state.Column) >= 0;
        bool isInTaxi = state.Passenger == TaxiState.InTaxi;
        return
        [
            Flag(state.Row < Size - 1),
            Flag(state.Row > 0),
            Flag(OpenToEast(state.Row, state.Column)),
            Flag(OpenToWest(state.Row, state.Column)),
            Flag(!isInTaxi && Stations[state.Passenger] == (state.Row, state.Column)),
            Flag(isInTaxi && isAtStation),
        ];
    }

    private static sbyte Flag(bool condition) => condition ? (sbyte)1 : (sbyte)0;
}
