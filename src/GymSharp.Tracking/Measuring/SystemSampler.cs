using System.Diagnostics;

namespace GymSharp.Tracking.Measuring;

/// <summary>Measures at regular times what the process uses of the machine.</summary>
public sealed class SystemSampler : IDisposable
{
    private readonly Lock gate = new();
    private readonly Process process = Process.GetCurrentProcess();
    private readonly TimeProvider time;
    private readonly Action<SystemMetrics> report;
    private readonly ITimer timer;
    private TimeSpan lastProcessor;
    private long lastTime;
    private bool disposed;

    /// <summary>Starts to measure.</summary>
    /// <param name="interval">Time between two samples, above 0.</param>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes each sample, on a thread of its own; no two at once.</param>
    public SystemSampler(TimeSpan interval, TimeProvider time, Action<SystemMetrics> report)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(report);
        this.time = time;
        this.report = report;
        lastProcessor = process.TotalProcessorTime;
        lastTime = time.GetTimestamp();
        timer = time.CreateTimer(_ => Sample(), state: null, interval, interval);
    }

    /// <summary>Measures and reports now.</summary>
    public void Sample()
    {
        lock (gate)
        {
            if (!disposed)
            {
                report(Measure());
            }
        }
    }

    /// <summary>Stops; when this returns no report is under way and none will come.</summary>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            disposed = true;
            process.Dispose();
        }
    }

    private SystemMetrics Measure()
    {
        process.Refresh();
        TimeSpan processor = process.TotalProcessorTime;
        long now = time.GetTimestamp();
        double elapsed = time.GetElapsedTime(lastTime, now).TotalSeconds;
        double percent = elapsed > 0 ? 100 * (processor - lastProcessor).TotalSeconds / elapsed : 0;
        lastProcessor = processor;
        lastTime = now;
        return new(
            percent,
            process.WorkingSet64,
            GC.GetTotalMemory(forceFullCollection: false),
            GC.GetTotalAllocatedBytes(),
            GC.CollectionCount(0),
            GC.GetGCMemoryInfo().PauseTimePercentage);
    }
}
