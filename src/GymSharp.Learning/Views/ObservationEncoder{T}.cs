using System.Runtime.InteropServices;
using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Encodes observations that lie in memory of one element type, one after the other.</summary>
/// <typeparam name="T">Type of an element, or of the whole observation where it is not an array.</typeparam>
internal abstract class ObservationEncoder<T>(Shape shape) : ObservationEncoder(shape)
    where T : notnull
{
    /// <summary>Writes one or several observations.</summary>
    /// <param name="elements">The observations, one after the other.</param>
    /// <param name="rows">Receives <see cref="ObservationEncoder.Size"/> numbers for each.</param>
    public abstract void Encode(ReadOnlySpan<T> elements, Span<float> rows);

    /// <inheritdoc/>
    public override void EncodeValue(object value, Span<float> row)
    {
        if (value is T[] elements)
        {
            Encode(elements, row);
        }
        else
        {
            T single = (T)value;
            Encode(MemoryMarshal.CreateReadOnlySpan(ref single, 1), row);
        }
    }
}
