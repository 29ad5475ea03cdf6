namespace GymSharp.Environments.ToyText;

/// <summary>
/// Taxi as text: the taxi on yellow (green with the passenger), the passenger blue, the destination magenta.
/// </summary>
internal static class TaxiText
{
    public static string Of(in TaxiState state, string? lastAction)
    {
        string[][] cells = [.. TaxiMap.Text.Select(line => line.Select(letter => letter.ToString()).ToArray())];
        ref string taxi = ref At(cells, (state.Row, state.Column));
        if (state.Passenger < TaxiState.InTaxi)
        {
            taxi = AnsiText.Highlighted(taxi, AnsiText.Yellow);
            ref string passenger = ref At(cells, TaxiMap.Stations[state.Passenger]);
            passenger = AnsiText.Colored(passenger, AnsiText.Blue, bold: true);
        }
        else
        {
            taxi = AnsiText.Highlighted(taxi == " " ? "_" : taxi, AnsiText.Green);
        }

        ref string destination = ref At(cells, TaxiMap.Stations[state.Destination]);
        destination = AnsiText.Colored(destination, AnsiText.Magenta);
        string map = string.Join('\n', cells.Select(cell => string.Concat(cell)));
        return lastAction is null ? $"{map}\n\n" : $"{map}\n  ({lastAction})\n";
    }

    private static ref string At(string[][] cells, (int Row, int Column) place) =>
        ref cells[1 + place.Row][(2 * place.Column) + 1];
}
