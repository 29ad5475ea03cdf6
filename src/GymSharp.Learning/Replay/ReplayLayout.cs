using System.Globalization;

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

    /// <summary>Numbers of one page of observations; a page has one observation at least.</summary>
    internal int PageLength { get; init; } = 1 << 30;

    internal int Slots => SlotsPerEnv * Envs;

    /// <summary>Checks the sizes.</summary>
    /// <exception cref="ArgumentException">A size is wrong or too large.</exception>
    internal static void Check(ReplayLayout layout)
    {
        (int capacity, int envs, int size) = (layout.Capacity, layout.Envs, layout.ObservationSize);
        if (envs < 1 || size < 1 || layout.ActionSize < 1 || !(layout.ByteScale > 0))
        {
            throw new ArgumentException(
                "Environments, numbers per observation and action must be at least 1 and the scale above 0, got "
                + $"{layout}.",
                nameof(layout));
        }

        if (capacity < 2 * envs)
        {
            throw new ArgumentException(
                $"A replay buffer needs room for at least two transitions of each of its {envs} environments, got "
                + $"{capacity}. Raise the buffer size to {2 * envs} or more.",
                nameof(layout));
        }

        long slots = (long)((capacity / envs) + 1) * envs;
        if (slots * layout.ActionSize > Array.MaxLength)
        {
            throw new ArgumentException(
                $"A replay buffer of {capacity} transitions with {layout.ActionSize} numbers per action is too large, "
                + $"it may have {Array.MaxLength} such numbers. Lower the buffer size to "
                + $"{(Array.MaxLength / layout.ActionSize) - envs} or less.",
                nameof(layout));
        }

        // What is not there would be missed hours later, when the memory fills.
        long observation = (long)size * (layout.Storage == ObservationStorage.Byte ? sizeof(byte) : sizeof(float));
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (slots * (double)observation > available)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A replay buffer of {capacity} observations with {observation} bytes each takes "
                    + $"{slots * (double)observation / 1e9:F1} GB of memory, this machine has {available / 1e9:F1} GB. "
                    + $"Lower the buffer size to {Math.Max(0, (available / observation) - (2 * envs))} or less."),
                nameof(layout));
        }
    }
}
