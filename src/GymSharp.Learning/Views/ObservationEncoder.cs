using GymSharp.Neural;
using GymSharp.Spaces;

namespace GymSharp.Learning.Views;

/// <summary>Writes observations as rows of float32 numbers, the form that networks read.</summary>
/// <remarks>
/// Numbers are converted; pictures of bytes from 0 to 255 are scaled to 0 … 1, and pictures whose channels come first
/// are turned so that they come last. A Discrete or MultiDiscrete value becomes ones in rows of zeros. The parts of a
/// Dict or Tuple follow each other.
/// </remarks>
internal abstract class ObservationEncoder(Shape shape)
{
    /// <summary>Shape of one encoded observation.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>Numbers in one encoded observation.</summary>
    public int Size { get; } = shape.Length;

    /// <summary>The parts that follow each other in a row; the observation itself where it has no parts.</summary>
    public virtual IReadOnlyList<ObservationPart> Parts => [new ObservationPart("", Shape)];

    /// <summary>Makes the encoder of a space.</summary>
    /// <exception cref="ArgumentException">Its values have no fixed number of elements.</exception>
    public static ObservationEncoder For(Space space) => space switch
    {
        Box<bool> box => Picture(new BitEncoder(ShapeOf(box)), box),
        Box<sbyte> box => Numbers(box),
        Box<short> box => Numbers(box),
        Box<int> box => Numbers(box),
        Box<long> box => Numbers(box),
        Box<byte> box => Numbers(box),
        Box<ushort> box => Numbers(box),
        Box<uint> box => Numbers(box),
        Box<ulong> box => Numbers(box),
        Box<Half> box => Numbers(box),
        Box<float> box => Numbers(box),
        Box<double> box => Numbers(box),
        MultiBinary bits => new NumberEncoder<sbyte>(ShapeOf(bits), 1),
        Discrete discrete => new ChoiceEncoder<int>([discrete.N], [discrete.Start]),
        MultiDiscrete several => new ChoiceEncoder<long>([.. several.NVec.Select(n => (int)n)], several.Start),
        DictSpace dict => new CompositeEncoder<DictValue>([.. dict.Keys.Select(key => For(dict[key]))],
            [.. dict.Keys], (value, key, _) => value[key]),
        TupleSpace tuple => new CompositeEncoder<object[]>([.. tuple.Spaces.Select(For)],
            [.. tuple.Spaces.Select((_, i) => $"{i}")], (value, _, i) => value[i]),
        _ => throw new ArgumentException(
            $"A network needs observations with a fixed number of elements, got {space}. "
            + "Put a TransformObservation wrapper around the environment that gives a Box.",
            nameof(space)),
    };

    /// <summary>Writes one observation.</summary>
    /// <param name="value">A value of the space.</param>
    /// <param name="row">Receives <see cref="Size"/> numbers.</param>
    public abstract void EncodeValue(object value, Span<float> row);

    private static ObservationEncoder Numbers<T>(Box<T> box)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        bool isPicture = typeof(T) == typeof(byte) && box.Shape.Count == 3
            && Array.TrueForAll((byte[])(object)box.High, bound => bound == byte.MaxValue);
        return Picture(new NumberEncoder<T>(ShapeOf(box), isPicture ? 1f / byte.MaxValue : 1), box);
    }

    // Convolutions read height, width, channels; fewer channels than columns tell which order a picture has.
    private static ObservationEncoder Picture<T>(ObservationEncoder<T> encoder, Space box)
        where T : unmanaged =>
        box.Shape is [int channels, int height, int width] && channels < height && channels < width
            ? new ChannelsLastEncoder<T>(encoder, new Shape(height, width, channels))
            : encoder;

    private static Shape ShapeOf(Space space) => space.Shape switch
    {
        [] => new(1),
        [int length] => new(length),
        [int rows, int columns] => new(rows, columns),
        [int height, int width, int channels] => new(height, width, channels),
        var axes => new(axes!.Aggregate(1, (size, length) => checked(size * length))),
    };
}
