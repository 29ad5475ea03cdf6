namespace GymSharp.Tracking.Measuring;

public sealed class SystemSamplerTests
{
    [Fact]
    public void Samples_come_when_the_timer_fires_and_stop_with_it()
    {
        StoppedClock clock = new();
        List<SystemMetrics> samples = [];
        using (SystemSampler sampler = new(TimeSpan.FromSeconds(5), clock, samples.Add))
        {
            Assert.Equal(TimeSpan.FromSeconds(5), clock.Last!.Period);
            Assert.Empty(samples);
            clock.Move(TimeSpan.FromSeconds(5));
            clock.Last.Fire();
            sampler.Sample();
        }

        Assert.True(clock.Last.Stopped);
        clock.Last.Fire();
        Assert.Equal(2, samples.Count);
    }

    [Fact]
    public void A_sample_holds_what_the_process_uses()
    {
        StoppedClock clock = new();
        SystemMetrics sample = default;
        using SystemSampler sampler = new(TimeSpan.FromSeconds(1), clock, taken => sample = taken);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        while (Environment.CpuUsage.TotalTime - before < TimeSpan.FromMilliseconds(60))
        {
            GC.KeepAlive(new byte[1000]);
        }

        clock.Move(TimeSpan.FromSeconds(2));
        sampler.Sample();
        Assert.InRange(sample.CpuPercent, 2, 10_000);
        Assert.InRange(sample.MemoryBytes, 1 << 20, long.MaxValue);
        Assert.InRange(sample.ManagedBytes, 1, long.MaxValue);
        Assert.InRange(sample.AllocatedBytes, 1, long.MaxValue);
        Assert.InRange(sample.Collections, 0, int.MaxValue);
        Assert.InRange(sample.GcPausePercent, 0, 100);
        Assert.All(sample.ByName(), value => Assert.StartsWith("system/", value.Key, StringComparison.Ordinal));
    }
}
