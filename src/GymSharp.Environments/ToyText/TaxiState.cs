namespace GymSharp.Environments.ToyText;

/// <summary>A state of Taxi, taken apart.</summary>
/// <param name="Row">Row of the taxi, 0 (north) to 4.</param>
/// <param name="Column">Column of the taxi, 0 (west) to 4.</param>
/// <param name="Passenger">Where the passenger is: 0 red, 1 green, 2 yellow, 3 blue, 4 in the taxi.</param>
/// <param name="Destination">Where the passenger wants to go: 0 red, 1 green, 2 yellow, 3 blue.</param>
public readonly record struct TaxiState(int Row, int Column, int Passenger, int Destination)
{
    /// <summary>Number of states.</summary>
    public const int Count = 500;

    /// <summary>The passenger's place when in the taxi.</summary>
    public const int InTaxi = 4;

    /// <summary>
    /// The observation that stands for this state: <c>((row × 5 + column) × 5 + passenger) × 4 + destination</c>.
    /// </summary>
    public int Encode() => (((((Row * 5) + Column) * 5) + Passenger) * 4) + Destination;

    /// <summary>Takes an observation apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The observation is not from 0 to 499.</exception>
    public static TaxiState Decode(int observation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observation);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(observation, Count);
        return new(observation / 100, observation / 20 % 5, observation / 4 % 5, observation % 4);
    }
}
