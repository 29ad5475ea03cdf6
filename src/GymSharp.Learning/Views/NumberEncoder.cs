using System.Numerics;
using System.Runtime.InteropServices;
using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Numbers as they are, or scaled.</summary>
internal sealed class NumberEncoder<T>(Shape shape, float scale) : ObservationEncoder<T>(shape)
    where T : unmanaged, INumberBase<T>
{
    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<T> elements, Span<float> rows)
    {
        if (typeof(T) == typeof(float))
        {
            MemoryMarshal.Cast<T, float>(elements).CopyTo(rows);
            return;
        }

        for (int i = 0; i < elements.Length; i++)
        {
            rows[i] = float.CreateTruncating(elements[i]) * scale;
        }
    }
}
