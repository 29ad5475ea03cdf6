using GymSharp.Spaces;

namespace GymSharp.Testing;

/// <summary>Actions that do not belong to a space but have its type.</summary>
internal static class WrongActions
{
    public static IEnumerable<object> For(Space space) => space switch
    {
        Discrete discrete => [discrete.Start - 1, discrete.Start + discrete.N, int.MaxValue, int.MinValue],
        Box<float> box => [Filled(box, float.NaN), new float[box.Low.Length + 1]],
        Box<double> box => [Filled(box, double.NaN), new double[box.Low.Length + 1]],
        _ => [],
    };

    private static T[] Filled<T>(Box<T> box, T value)
        where T : unmanaged
    {
        T[] action = new T[box.Low.Length];
        Array.Fill(action, value);
        return action;
    }
}
