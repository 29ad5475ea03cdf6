using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Shape = GymSharp.Neural.Shape;

namespace GymSharp.Learning.Views;

/// <summary>Bits as 0 and 1.</summary>
internal sealed class BitEncoder(Shape shape) : ObservationEncoder<bool>(shape)
{
    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<bool> elements, Span<float> rows) =>
        TensorPrimitives.ConvertTruncating(MemoryMarshal.AsBytes(elements), rows);
}
