using System.Numerics;
using GymSharp.Neural;

namespace GymSharp.Learning.Views;

/// <summary>Each choice as a row of zeros with a one.</summary>
internal sealed class ChoiceEncoder<T>(int[] counts, T[] starts) : ObservationEncoder<T>(new Shape(counts.Sum()))
    where T : unmanaged, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<T> elements, Span<float> rows)
    {
        rows.Clear();
        int at = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            int choice = i % counts.Length;
            rows[at + int.CreateTruncating(elements[i] - starts[choice])] = 1;
            at += counts[choice];
        }
    }
}
