using System.Numerics;

namespace GymSharp.Learning.Views;

/// <summary>Indices of choices.</summary>
internal sealed class ChoiceDecoder<T>(T[] starts, bool isArray) : ActionDecoder<T>(starts.Length)
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] value = new T[starts.Length];

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> actions, Span<T> elements)
    {
        for (int i = 0; i < actions.Length; i++)
        {
            elements[i] = starts[i % starts.Length] + T.CreateTruncating(actions[i]);
        }
    }

    /// <inheritdoc/>
    public override object DecodeValue(ReadOnlySpan<float> action)
    {
        Decode(action, value);
        return isArray ? value : value[0];
    }

    /// <inheritdoc/>
    public override void EncodeValue(object value, Span<float> row)
    {
        for (int i = 0; i < starts.Length; i++)
        {
            row[i] = float.CreateTruncating((isArray ? ((T[])value)[i] : (T)value) - starts[i]);
        }
    }
}
