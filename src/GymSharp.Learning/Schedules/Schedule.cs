namespace GymSharp.Learning.Schedules;

/// <summary>A number that changes while training goes on, such as ε of an ε-greedy policy.</summary>
/// <param name="Kind">How it moves.</param>
/// <param name="Start">Value at the beginning.</param>
/// <param name="End">Value from <paramref name="Steps"/> on.</param>
/// <param name="Steps">Steps over which it moves, at least 1.</param>
public readonly record struct Schedule(ScheduleKind Kind, double Start, double End, long Steps)
{
    /// <summary>A value that does not change.</summary>
    public static Schedule Constant(double value) => new(ScheduleKind.Constant, value, value, 1);

    /// <summary>The value after a number of steps.</summary>
    public double At(long step) => Between(Kind, Start, End, (double)step / Math.Max(1, Steps));

    /// <summary>The value when a part of the way is done.</summary>
    /// <param name="kind">How it moves.</param>
    /// <param name="start">Value at the beginning.</param>
    /// <param name="end">Value at the end.</param>
    /// <param name="done">The part that is done, from 0 to 1; what lies outside counts as the nearer end.</param>
    /// <exception cref="InvalidOperationException">It is exponential, and an end is not above 0.</exception>
    public static double Between(ScheduleKind kind, double start, double end, double done)
    {
        done = Math.Clamp(done, 0, 1);
        return kind switch
        {
            ScheduleKind.Linear => start + ((end - start) * done),
            ScheduleKind.Exponential when start > 0 && end > 0 => start * Math.Pow(end / start, done),
            ScheduleKind.Exponential => throw new InvalidOperationException(
                $"An exponential schedule needs values above 0, got {start} and {end}. "
                + "Use a linear one, or an end above 0."),
            ScheduleKind.Cosine => end + ((start - end) * 0.5 * (1 + Math.Cos(Math.PI * done))),
            _ => start,
        };
    }
}
