namespace GymSharp;

/// <summary>
/// Numbers that an environment tells with every step, kept in one row: only who reads the info pays for it.
/// </summary>
/// <remarks>
/// An environment makes one of these, fills <see cref="Values"/> in each step and hands out <see cref="Snapshot"/>, or,
/// where the caller asked for a step that allocates nothing by giving memory for the observation, <see cref="Live"/>.
/// </remarks>
public sealed class InfoNumbers
{
    private readonly InfoLayout layout;
    private readonly double[] values;

    /// <summary>Fixes the keys.</summary>
    /// <param name="entries">
    /// Keys in order, each with null for one number (a <c>double</c> to a reader) or a length for a list of them (a
    /// <c>double[]</c>).
    /// </param>
    /// <exception cref="ArgumentException">A key appears twice.</exception>
    public InfoNumbers(params ReadOnlySpan<(string Key, int? Length)> entries)
    {
        layout = new InfoLayout(entries);
        values = new double[layout.Size];
        Live = Count == 0 ? Info.Empty : Info.OfRow(layout, values);
    }

    /// <summary>Number of keys.</summary>
    public int Count => layout.Count;

    /// <summary>The numbers, those of all entries one after the other.</summary>
    public Span<double> Values => values;

    /// <summary>
    /// An info that shows what <see cref="Values"/> hold whenever it is read; always the same object.
    /// </summary>
    public Info Live { get; }

    /// <summary>An info of the present values, which keeps them.</summary>
    public Info Snapshot() => Count == 0 ? Info.Empty : Info.OfRow(layout, [.. values]);
}
