using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>The parts of a composite, one after the other.</summary>
internal sealed class CompositeEncoder<T>(
    ObservationEncoder[] parts, string[] names, Func<T, string, int, object> select)
    : ObservationEncoder<T>(new Shape(parts.Sum(part => part.Size)))
    where T : notnull
{
    /// <inheritdoc/>
    public override IReadOnlyList<ObservationPart> Parts { get; } =
    [
        .. parts.Zip(names).SelectMany(pair => pair.First.Parts.Select(inner => inner with
        {
            Name = inner.Name.Length > 0 ? $"{pair.Second}.{inner.Name}" : pair.Second,
        })),
    ];

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<T> elements, Span<float> rows)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            EncodeValue(elements[i], rows.Slice(i * Size, Size));
        }
    }

    /// <inheritdoc/>
    public override void EncodeValue(object value, Span<float> row)
    {
        int at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i].EncodeValue(select((T)value, names[i], i), row.Slice(at, parts[i].Size));
            at += parts[i].Size;
        }
    }
}
