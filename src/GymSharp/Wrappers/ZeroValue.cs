using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>The value of a space that is nearest to zero (Gymnasium's <c>create_zero_array</c>).</summary>
internal static class ZeroValue
{
    /// <summary>Makes the value.</summary>
    /// <exception cref="ArgumentException">Values of this kind of space have no zero.</exception>
    public static T Of<T>(Space<T> space)
        where T : notnull => (T)Of((Space)space);

    /// <summary>Makes the value.</summary>
    /// <exception cref="ArgumentException">Values of this kind of space have no zero.</exception>
    public static object Of(Space space) => space switch
    {
        Discrete discrete => discrete.Start,
        LongDiscrete discrete => discrete.Start,
        MultiDiscrete multi => multi.Start.Clone(),
        MultiBinary bits => new sbyte[Size(bits)],
        TupleSpace tuple => tuple.Spaces.Select(Of).ToArray(),
        DictSpace dict => new DictValue(
            [.. dict.Spaces.Select(entry => new KeyValuePair<string, object>(entry.Key, Of(entry.Value)))]),
        TextSpace text => new string(text.Characters[0], text.MinLength),
        OneOfSpace oneOf => new OneOfValue(0, Of(oneOf.Spaces[0])),
        Box<float> box => Nearest(box.Low, box.High),
        Box<double> box => Nearest(box.Low, box.High),
        Box<byte> box => Nearest(box.Low, box.High),
        Box<sbyte> box => Nearest(box.Low, box.High),
        Box<short> box => Nearest(box.Low, box.High),
        Box<ushort> box => Nearest(box.Low, box.High),
        Box<int> box => Nearest(box.Low, box.High),
        Box<uint> box => Nearest(box.Low, box.High),
        Box<long> box => Nearest(box.Low, box.High),
        Box<ulong> box => Nearest(box.Low, box.High),
        Box<Half> box => Nearest(box.Low, box.High),
        Box<bool> box => Nearest(box.Low, box.High),
        _ => throw new ArgumentException(
            $"There is no zero value for {space}. Pad with the reset value or a value of your own.", nameof(space)),
    };

    private static int Size(MultiBinary bits) => bits.Shape!.Aggregate(1, (product, length) => product * length);

    private static T[] Nearest<T>(T[] low, T[] high)
        where T : unmanaged
    {
        T zero = default;
        Comparer<T> comparer = Comparer<T>.Default;
        T[] result = new T[low.Length];
        for (int i = 0; i < result.Length; i++)
        {
            T value = comparer.Compare(low[i], zero) > 0 ? low[i] : zero;
            result[i] = comparer.Compare(high[i], zero) < 0 ? high[i] : value;
        }

        return result;
    }
}
