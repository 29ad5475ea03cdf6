using System.Numerics;

namespace GymSharp.Learning.Views;

/// <summary>Numbers between bounds.</summary>
internal sealed class NumberDecoder<T>(T[] low, T[] high) : ActionDecoder<T>(low.Length)
    where T : unmanaged, INumber<T>
{
    private readonly T[] value = new T[low.Length];

    /// <inheritdoc/>
    public override void Decode(ReadOnlySpan<float> actions, Span<T> elements)
    {
        bool isWhole = T.IsInteger(T.One / (T.One + T.One));
        for (int i = 0; i < actions.Length; i++)
        {
            int at = i % low.Length;
            float number = isWhole ? MathF.Round(actions[i]) : actions[i];
            elements[i] = T.Clamp(T.CreateSaturating(number), low[at], high[at]);
        }
    }

    /// <inheritdoc/>
    public override object DecodeValue(ReadOnlySpan<float> action)
    {
        Decode(action, value);
        return value;
    }

    /// <inheritdoc/>
    public override void EncodeValue(object value, Span<float> row)
    {
        T[] numbers = (T[])value;
        for (int i = 0; i < numbers.Length; i++)
        {
            row[i] = float.CreateTruncating(numbers[i]);
        }
    }
}
