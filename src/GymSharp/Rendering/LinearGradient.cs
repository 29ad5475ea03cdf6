namespace GymSharp.Rendering;

/// <summary>Colours that change along a line and stay the same across it.</summary>
public sealed class LinearGradient
{
    private readonly (double Offset, Color Color)[] stops;

    /// <summary>A gradient from one colour to another.</summary>
    /// <param name="start">Where <paramref name="from"/> is reached, in canvas coordinates.</param>
    /// <param name="end">Where <paramref name="to"/> is reached, in canvas coordinates.</param>
    /// <param name="from">The colour at and before the start.</param>
    /// <param name="to">The colour at and after the end.</param>
    public LinearGradient(Point start, Point end, Color from, Color to)
        : this(start, end, (0, from), (1, to))
    {
    }

    /// <summary>A gradient through several colours.</summary>
    /// <param name="start">Where offset 0 lies, in canvas coordinates.</param>
    /// <param name="end">Where offset 1 lies, in canvas coordinates.</param>
    /// <param name="stops">At least one colour, with offsets between 0 and 1 that do not fall.</param>
    /// <exception cref="ArgumentException">There is no stop, an offset is out of range, or offsets fall.</exception>
    public LinearGradient(Point start, Point end, params ReadOnlySpan<(double Offset, Color Color)> stops)
    {
        if (stops.IsEmpty)
        {
            throw new ArgumentException("A gradient needs at least one colour stop, got none.", nameof(stops));
        }

        double before = 0;
        foreach ((double offset, _) in stops)
        {
            if (!(offset >= before && offset <= 1))
            {
                throw new ArgumentException(
                    $"Stop offsets must rise from 0 to 1, got {offset} after {before}.", nameof(stops));
            }

            before = offset;
        }

        Start = start;
        End = end;
        this.stops = stops.ToArray();
    }

    /// <summary>Where offset 0 lies.</summary>
    public Point Start { get; }

    /// <summary>Where offset 1 lies.</summary>
    public Point End { get; }

    /// <summary>The colour at one offset along the line.</summary>
    /// <param name="offset">0 at the start, 1 at the end; outside, the nearest stop's colour is taken.</param>
    public Color At(double offset)
    {
        (double Offset, Color Color) before = stops[0];
        if (!(offset > before.Offset))
        {
            return before.Color;
        }

        foreach ((double Offset, Color Color) stop in stops)
        {
            if (offset < stop.Offset)
            {
                return Color.Lerp(before.Color, stop.Color, (offset - before.Offset) / (stop.Offset - before.Offset));
            }

            before = stop;
        }

        return before.Color;
    }
}
