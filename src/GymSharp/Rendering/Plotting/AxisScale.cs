namespace GymSharp.Rendering.Plotting;

/// <summary>An axis: the values at its ends, and round values between them for ticks.</summary>
public sealed class AxisScale
{
    private readonly double step;
    private readonly double firstTick;
    private readonly int decimals;

    private AxisScale(double minimum, double maximum, double step, int decimals)
    {
        this.step = step;
        this.decimals = decimals;
        Minimum = minimum;
        Maximum = maximum;
        firstTick = Math.Ceiling(minimum / step - 1e-9);
        TickCount = (int)(Math.Floor((maximum / step) + 1e-9) - firstTick) + 1;
    }

    /// <summary>The value at the start.</summary>
    public double Minimum { get; }

    /// <summary>The value at the end.</summary>
    public double Maximum { get; }

    /// <summary>How many ticks there are.</summary>
    public int TickCount { get; }

    /// <summary>An axis for values between two, with ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="minimum">The smallest value.</param>
    /// <param name="maximum">The largest value; if it is the same, the axis reaches a little beyond.</param>
    /// <param name="wantedTicks">About how many ticks, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the order is wrong.</exception>
    public static AxisScale Nice(double minimum, double maximum, int wantedTicks)
    {
        if (!(minimum <= maximum && maximum - minimum < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(minimum), $"An axis needs finite ends in rising order, got {minimum} and {maximum}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(wantedTicks, 2);
        double size = Math.Max(Math.Abs(minimum), Math.Abs(maximum));
        double least = Math.Max(size * 1e-9, 1e-200);
        if (maximum - minimum < least)
        {
            double room = size < 1e-100 ? 1 : size * 0.1;
            return Nice(minimum - room, maximum + room, wantedTicks);
        }

        (double step, int decimals) = ChooseStep((maximum - minimum) / wantedTicks);
        return new AxisScale(minimum, maximum, step, decimals);
    }

    /// <summary>The value at a tick.</summary>
    /// <param name="index">0 to <see cref="TickCount"/> - 1.</param>
    public double TickAt(int index) => (firstTick + index) * step;

    /// <summary>The value at a tick as text, with k, M or G for large numbers.</summary>
    /// <param name="index">0 to <see cref="TickCount"/> - 1.</param>
    public string LabelAt(int index)
    {
        double value = TickAt(index);
        double size = Math.Max(Math.Abs(Minimum), Math.Abs(Maximum));
        if (value == 0)
        {
            return "0";
        }

        if (size >= 1e13 || size < 1e-4)
        {
            return value.ToString("0.###e0");
        }

        (double unit, string suffix) = size switch
        {
            >= 1e9 => (1e9, "G"),
            >= 1e6 => (1e6, "M"),
            >= 1e4 => (1e3, "k"),
            _ => (1, string.Empty),
        };
        return unit == 1 ? value.ToString("F" + decimals) : (value / unit).ToString("0.######") + suffix;
    }

    private static (double Step, int Decimals) ChooseStep(double rough)
    {
        double power = 1;
        int digits = 0;
        for (; rough >= power * 10; power *= 10)
        {
        }

        for (; rough < power; digits++)
        {
            power /= 10;
        }

        double factor = (rough / power) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 5 => 5,
            _ => 10,
        };
        return (power * factor, Math.Max(0, factor == 10 ? digits - 1 : digits));
    }
}
