using System.Diagnostics;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Measures how many steps per second a piece of work does.</summary>
internal static class Throughput
{
    private const int Rounds = 7;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(150);

    /// <summary>Runs work in rounds after a warm-up; the median round counts.</summary>
    /// <param name="work">Does some steps and returns how many.</param>
    /// <returns>Steps per second.</returns>
    public static double Measure(Func<long> work)
    {
        // Long enough for the JIT to have replaced its first, slow code.
        Round(work, 3 * RoundTime);
        double[] rates = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            rates[i] = Round(work, RoundTime);
        }

        Array.Sort(rates);
        return rates[Rounds / 2];
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
