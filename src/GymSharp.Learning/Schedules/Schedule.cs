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
    public double At(long step)
    {
        double done = Math.Clamp((double)step / Math.Max(1, Steps), 0, 1);
        return Kind switch
        {
            ScheduleKind.Linear => Start + ((End - Start) * done),
            ScheduleKind.Exponential when Start > 0 && End > 0 => Start * Math.Pow(End / Start, done),
            ScheduleKind.Exponential => throw new InvalidOperationException(
                $"An exponential schedule needs values above 0, got {Start} and {End}. "
                + "Use a linear one, or an end above 0."),
            _ => Start,
        };
    }
}
