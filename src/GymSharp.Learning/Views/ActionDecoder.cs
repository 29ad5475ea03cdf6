using GymSharp.Spaces;

namespace GymSharp.Learning.Views;

/// <summary>Turns rows of float32 numbers, the form in which distributions draw actions, into actions.</summary>
/// <remarks>
/// A number stands for a choice by its index, whatever the first value of the space is. Box actions are clipped to the
/// bounds.
/// </remarks>
internal abstract class ActionDecoder(int size)
{
    /// <summary>Numbers in one action.</summary>
    public int Size { get; } = size;

    /// <summary>Makes the decoder of a space.</summary>
    /// <exception cref="ArgumentException">Actions are of another kind.</exception>
    public static ActionDecoder For(Space space) => space switch
    {
        Discrete discrete => new ChoiceDecoder<int>([discrete.Start], isArray: false),
        MultiDiscrete several => new ChoiceDecoder<long>(several.Start, isArray: true),
        MultiBinary bits => new ChoiceDecoder<sbyte>(
            new sbyte[bits.Shape.Aggregate(1, (size, length) => size * length)], isArray: true),
        Box<float> box => new NumberDecoder<float>(box.Low, box.High),
        Box<double> box => new NumberDecoder<double>(box.Low, box.High),
        Box<int> box => new NumberDecoder<int>(box.Low, box.High),
        Box<long> box => new NumberDecoder<long>(box.Low, box.High),
        Box<byte> box => new NumberDecoder<byte>(box.Low, box.High),
        _ => throw new ArgumentException(
            $"Deep algorithms choose Discrete, MultiDiscrete, MultiBinary and Box actions, got {space}. "
            + "Put a TransformAction wrapper around the environment.",
            nameof(space)),
    };

    /// <summary>One action as a value of the space; the next call may change it.</summary>
    public abstract object DecodeValue(ReadOnlySpan<float> action);

    /// <summary>An action as the row that stands for it; the reverse of <see cref="DecodeValue"/>.</summary>
    public abstract void EncodeValue(object value, Span<float> row);
}
