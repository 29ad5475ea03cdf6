namespace GymSharp.Learning.Schedules;

/// <summary>A number that moves in straight lines from point to point while training goes on.</summary>
public sealed class PiecewiseSchedule
{
    private readonly (double Progress, double Value)[] points;

    /// <summary>Makes the schedule.</summary>
    /// <param name="points">
    /// Part of the run that is done, from 0 to 1, and the value there; in rising order, at least one point. Before the
    /// first point the value is that of the first, after the last that of the last.
    /// </param>
    /// <exception cref="ArgumentException">There is no point, one is outside the run, or they do not rise.</exception>
    public PiecewiseSchedule(IEnumerable<(double Progress, double Value)> points)
    {
        this.points = [.. points];
        if (this.points.Length == 0)
        {
            throw new ArgumentException(
                "A piecewise schedule needs at least one point, for example 0=1,0.5=0.1.", nameof(points));
        }

        double before = double.NegativeInfinity;
        foreach ((double progress, _) in this.points)
        {
            if (!(progress is >= 0 and <= 1 && progress > before))
            {
                throw new ArgumentException(
                    "The points of a piecewise schedule lie in rising order between 0 (start of the run) and 1 (its "
                    + $"end), got {string.Join(", ", this.points.Select(point => point.Progress))}.",
                    nameof(points));
            }

            before = progress;
        }
    }

    /// <summary>The points, in rising order.</summary>
    public IReadOnlyList<(double Progress, double Value)> Points => points;

    /// <summary>The value when a part of the run is done.</summary>
    /// <param name="progress">The part, from 0 to 1.</param>
    public double At(double progress)
    {
        if (progress <= points[0].Progress)
        {
            return points[0].Value;
        }

        for (int i = 1; i < points.Length; i++)
        {
            if (progress <= points[i].Progress)
            {
                (double from, double start) = points[i - 1];
                (double to, double end) = points[i];
                return Schedule.Between(ScheduleKind.Linear, start, end, (progress - from) / (to - from));
            }
        }

        return points[^1].Value;
    }
}
