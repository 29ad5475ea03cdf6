namespace GymSharp.Learning.Replay;

/// <summary>Sizes of a replay buffer.</summary>
public sealed record ReplayLayout
{
    /// <summary>Transitions that the buffer holds before it forgets the oldest, at least 1 per environment.</summary>
    /// <remarks>
    /// The last observation of a truncated episode is needed to bootstrap and belongs to no other transition; it takes
    /// the place of one transition.
    /// </remarks>
    public required int Capacity { get; init; }

    /// <summary>Environments that add transitions, each in an order of its own; at least 1.</summary>
    public int Envs { get; init; } = 1;

    /// <summary>Numbers per observation, at least 1.</summary>
    public required int ObservationSize { get; init; }

    /// <summary>Numbers per action, at least 1; a discrete action is one number, its index.</summary>
    public int ActionSize { get; init; } = 1;

    /// <summary>How observations are kept.</summary>
    public ObservationStorage Storage { get; init; }

    /// <summary>What a byte is multiplied by to give the number: 1/255 for pictures from 0 to 1.</summary>
    public float ByteScale { get; init; } = 1;

    /// <summary>Places per environment: one more than transitions, for the observation not acted on yet.</summary>
    internal int SlotsPerEnv => (Capacity / Envs) + 1;

    internal int Slots => SlotsPerEnv * Envs;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Envs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ObservationSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ActionSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ByteScale);
        if (Capacity < 2 * Envs)
        {
            throw new ArgumentException(
                $"A replay buffer needs room for at least two transitions of each of its {Envs} environments, got "
                + $"{Capacity}. Raise the buffer size to {2 * Envs} or more.");
        }

        long numbers = (long)((Capacity / Envs) + 1) * Envs * ObservationSize;
        if (numbers > Array.MaxLength)
        {
            throw new ArgumentException(
                $"A replay buffer of {Capacity} observations with {ObservationSize} numbers each is too large: "
                + $"{numbers} numbers, at most {Array.MaxLength}. Lower the buffer size to "
                + $"{(Array.MaxLength / ObservationSize) - Envs} or less.");
        }
    }
}
