using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Writes observations into the front of a flat array of another element type, without allocating.</summary>
internal static class FlatWriter<T>
    where T : unmanaged
{
    /// <summary>A writer for boxes and discrete spaces, or null for other spaces.</summary>
    public static Action<TObservation, T[]>? For<TObservation>(Space<TObservation> space)
        where TObservation : notnull => (Space)space switch
        {
            Discrete discrete => As<TObservation, int>(
                (value, flat) => WriteOneHot(value - discrete.Start, discrete.N, flat)),
            Box<float> => FromBox<TObservation, float>(),
            Box<double> => FromBox<TObservation, double>(),
            Box<byte> => FromBox<TObservation, byte>(),
            Box<int> => FromBox<TObservation, int>(),
            Box<bool> => FromBox<TObservation, bool>(),
            _ => null,
        };

    private static Action<TObservation, T[]> FromBox<TObservation, TElement>()
        where TElement : unmanaged =>
        As<TObservation, TElement[]>(static (values, flat) => ObservationMemory.Convert<TElement, T>(values, flat));

    private static Action<TObservation, T[]> As<TObservation, TValue>(Action<TValue, T[]> write) =>
        (Action<TObservation, T[]>)(object)write;

    private static void WriteOneHot(int index, int count, T[] flat)
    {
        flat.AsSpan(0, count).Clear();
        flat[index] = Element.FromDouble<T>(1.0);
    }
}
