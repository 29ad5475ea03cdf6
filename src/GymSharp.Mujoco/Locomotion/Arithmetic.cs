using System.Numerics;

namespace GymSharp.Mujoco.Locomotion;

/// <summary>NumPy's sums, norms and powers, rounded where NumPy rounds.</summary>
internal static class Arithmetic
{
    // NumPy sums pairwise: halves down to blocks of this length, in which eight partial sums take turns.
    private const int Block = 128;
    private const int Lanes = 8;

    /// <summary><c>numpy.clip</c>: the upper bound wins where the bounds cross.</summary>
    public static double Clip(double value, double low, double high)
    {
        double raised = value < low ? low : value;
        return raised > high ? high : raised;
    }

    /// <summary><c>numpy.sum(values)</c>.</summary>
    public static double Sum(ReadOnlySpan<double> values) => Sum<double, Itself>(values);

    /// <summary><c>numpy.sum(numpy.square(values))</c>, in the type of the values.</summary>
    public static T SumOfSquares<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T> => Sum<T, Squared>(values);

    /// <summary>
    /// NumPy 2's <c>weight * numpy.sum(numpy.square(action))</c>: float32 throughout, the weight too.
    /// </summary>
    public static double ControlCost(double weight, ReadOnlySpan<float> action) =>
        (float)weight * SumOfSquares(action);

    /// <summary>Euclidean norm of two numbers.</summary>
    public static double Norm(double x, double y) => Math.Sqrt((x * x) + (y * y));

    /// <summary>Euclidean distance of two points in space.</summary>
    public static double Distance(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double x = one[0] - other[0];
        double y = one[1] - other[1];
        double z = one[2] - other[2];
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    /// <summary><c>x ** 2</c> of a NumPy scalar: the C library's <c>pow</c>, not always <c>x * x</c>.</summary>
    public static double Square(double value) => Math.Pow(value, 2.0);

    /// <summary>Whether every number is finite.</summary>
    public static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private static T Sum<T, TTerm>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
        where TTerm : ITerm
    {
        if (values.Length > Block)
        {
            int half = values.Length / 2;
            half -= half % Lanes;
            return Sum<T, TTerm>(values[..half]) + Sum<T, TTerm>(values[half..]);
        }

        int whole = values.Length - (values.Length % Lanes);
        T sum = whole == 0 ? T.Zero : SumInLanes<T, TTerm>(values[..whole]);
        foreach (T value in values[whole..])
        {
            sum += TTerm.Of(value);
        }

        return sum;
    }

    private static T SumInLanes<T, TTerm>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
        where TTerm : ITerm
    {
        T r0 = TTerm.Of(values[0]), r1 = TTerm.Of(values[1]), r2 = TTerm.Of(values[2]), r3 = TTerm.Of(values[3]);
        T r4 = TTerm.Of(values[4]), r5 = TTerm.Of(values[5]), r6 = TTerm.Of(values[6]), r7 = TTerm.Of(values[7]);
        for (int i = Lanes; i < values.Length; i += Lanes)
        {
            ReadOnlySpan<T> next = values.Slice(i, Lanes);
            r0 += TTerm.Of(next[0]);
            r1 += TTerm.Of(next[1]);
            r2 += TTerm.Of(next[2]);
            r3 += TTerm.Of(next[3]);
            r4 += TTerm.Of(next[4]);
            r5 += TTerm.Of(next[5]);
            r6 += TTerm.Of(next[6]);
            r7 += TTerm.Of(next[7]);
        }

        return (r0 + r1) + (r2 + r3) + ((r4 + r5) + (r6 + r7));
    }

    private interface ITerm
    {
        static abstract T Of<T>(T value)
            where T : struct, INumber<T>;
    }

    private readonly struct Itself : ITerm
    {
        public static T Of<T>(T value)
            where T : struct, INumber<T> => value;
    }

    private readonly struct Squared : ITerm
    {
        public static T Of<T>(T value)
            where T : struct, INumber<T> => value * value;
    }
}
