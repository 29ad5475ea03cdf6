using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Bits as 0 and 1.</summary>
internal sealed class BitEncoder(Shape shape) : ObservationEncoder<bool>(shape)
{
    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<bool> elements, Span<float> rows)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            rows[i] = elements[i] ? 1 : 0;
        }
    }
}
