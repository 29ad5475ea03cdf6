namespace GymSharp.Tracking.Measuring;

/// <summary>What the process uses of the machine.</summary>
/// <param name="CpuPercent">
/// Processor time since the sample before, in per cent of one processor: 200 where two are busy.
/// </param>
/// <param name="MemoryBytes">Physical memory of the process.</param>
/// <param name="ManagedBytes">Memory of the managed heap.</param>
/// <param name="AllocatedBytes">Managed memory allocated since the process began.</param>
/// <param name="Collections">Garbage collections since the process began, of all generations.</param>
/// <param name="GcPausePercent">Share of the process's time that garbage collections have taken.</param>
public readonly record struct SystemMetrics(
    double CpuPercent,
    long MemoryBytes,
    long ManagedBytes,
    long AllocatedBytes,
    int Collections,
    double GcPausePercent)
{
    /// <summary>The values by the names under which they are kept: <c>system/cpu_percent</c> and so on.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> ByName() =>
    [
        new("system/cpu_percent", CpuPercent),
        new("system/memory_mib", MemoryBytes / Mebi),
        new("system/managed_mib", ManagedBytes / Mebi),
        new("system/allocated_mib", AllocatedBytes / Mebi),
        new("system/collections", Collections),
        new("system/gc_pause_percent", GcPausePercent),
    ];

    private const double Mebi = 1 << 20;
}
