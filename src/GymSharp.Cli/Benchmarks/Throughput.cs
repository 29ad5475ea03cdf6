using System.Diagnostics;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Measures how many steps per second a piece of work does.</summary>
internal static class Throughput
{
    private const int Rounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(25);

    /// <summary>Runs work in many short rounds after a warm-up; the fastest round counts.</summary>
    /// <remarks>
    /// Whatever else the machine does can only slow a round down, so the fastest of many is nearest to what the code
    /// takes, and the figure repeats where a mean or a median would follow the load.
    /// </remarks>
    /// <param name="work">Does some steps and returns how many.</param>
    /// <returns>Steps per second.</returns>
    public static double Measure(Func<long> work)
    {
        // Long enough for the JIT to have replaced its first, slow code.
        Round(work, WarmUp);
        double best = 0;
        for (int i = 0; i < Rounds; i++)
        {
            best = Math.Max(best, Round(work, RoundTime));
        }

        return best;
    }

    private static double Round(Func<long> work, TimeSpan time)
    {
        long begun = Stopwatch.GetTimestamp();
        long steps = 0;
        TimeSpan elapsed;
        do
        {
            steps += work();
            elapsed = Stopwatch.GetElapsedTime(begun);
        }
        while (elapsed < time);
        return steps / elapsed.TotalSeconds;
    }
}
