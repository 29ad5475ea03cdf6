using GymSharp.Learning.Schedules;

namespace GymSharp.Learning;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(50, 0.55)]
    [InlineData(100, 0.1)]
    [InlineData(1000, 0.1)]
    public void Linear_goes_in_a_straight_line_and_stays(long step, double expected) =>
        Assert.Equal(expected, new Schedule(ScheduleKind.Linear, 1, 0.1, 100).At(step), 12);

    [Fact]
    public void Exponential_falls_by_equal_factors()
    {
        Schedule schedule = new(ScheduleKind.Exponential, 1, 0.01, 100);
        Assert.Equal(0.1, schedule.At(50), 12);
        Assert.Equal(schedule.At(20) / schedule.At(10), schedule.At(80) / schedule.At(70), 12);
    }

    [Fact]
    public void Exponential_to_zero_is_refused()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => new Schedule(ScheduleKind.Exponential, 1, 0, 100).At(1));
        Assert.Contains("above 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_does_not_move() => Assert.Equal(0.3, Schedule.Constant(0.3).At(12345));
}
