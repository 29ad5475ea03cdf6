using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Learning.Options;

public sealed class OptionScheduleTests
{
    [Theory]
    [InlineData("0.5", 0, 0.5)]
    [InlineData("0.5", 1, 0.5)]
    [InlineData("linear:0.001", 0, 0.001)]
    [InlineData("linear:0.001", 0.25, 0.00075)]
    [InlineData("linear:0.001", 1, 0)]
    [InlineData("linear:1:0.5", 0.5, 0.75)]
    [InlineData("cosine:1", 0, 1)]
    [InlineData("cosine:1", 0.5, 0.5)]
    [InlineData("cosine:1:0.2", 0.25, 0.2 + (0.8 * 0.85355339059327373))]
    [InlineData("cosine:1:0.2", 1, 0.2)]
    [InlineData("exponential:1:0.01", 0.5, 0.1)]
    [InlineData("piecewise:0=1,0.5=0.1", 0.25, 0.55)]
    [InlineData("piecewise:0=1,0.5=0.1", 0.5, 0.1)]
    [InlineData("piecewise:0=1,0.5=0.1", 0.9, 0.1)]
    [InlineData("piecewise:0.2=3,0.4=5,0.8=1", 0.1, 3)]
    [InlineData("piecewise:0.2=3,0.4=5,0.8=1", 0.6, 3)]
    [InlineData("linear:1:0.5", -1, 1)]
    [InlineData("linear:1:0.5", 2, 0.5)]
    public void The_value_follows_the_text(string text, double progress, double expected) =>
        Assert.Equal(expected, OptionSchedule.Parse(text).At(progress), 12);

    [Theory]
    [InlineData("")]
    [InlineData("nan")]
    [InlineData("linear")]
    [InlineData("linear:")]
    [InlineData("linear:1:2:3")]
    [InlineData("cosine:one")]
    [InlineData("exponential:1")]
    [InlineData("exponential:1:0")]
    [InlineData("piecewise:")]
    [InlineData("piecewise:0=1,0=2")]
    [InlineData("piecewise:0.5=1,0.2=2")]
    [InlineData("piecewise:0=1,1.5=2")]
    [InlineData("piecewise:0=1;1=2")]
    [InlineData("linear:∞")]
    public void What_is_no_schedule_is_refused(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => OptionSchedule.Parse(text));
        Assert.DoesNotContain("Parameter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_reads_back_as_the_same_schedule() =>
        Prop.ForAll<NormalFloat, NormalFloat, int>((start, end, kind) =>
        {
            OptionSchedule schedule = (kind & 3) switch
            {
                0 => start.Get,
                1 => OptionSchedule.Linear(start.Get, end.Get),
                2 => OptionSchedule.Cosine(start.Get, end.Get),
                _ => OptionSchedule.Piecewise((0, start.Get), (1.0 / 3, end.Get)),
            };
            OptionSchedule read = OptionSchedule.Parse(schedule.ToString());
            return read.Equals(schedule) && read.GetHashCode() == schedule.GetHashCode()
                && read.At(0.3).Equals(schedule.At(0.3));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_is_a_schedule_that_does_not_change()
    {
        OptionSchedule schedule = 0.25;
        Assert.True(schedule.IsConstant);
        Assert.Equal(OptionSchedule.Parse("0.25"), schedule);
        Assert.NotEqual(OptionSchedule.Linear(0.25, 0.25), schedule);
    }
}
