using System.Diagnostics;
using System.Runtime;

namespace GymSharp.Cli.Benchmarks;

/// <summary>Measures how many steps per second a piece of work does.</summary>
internal static class Throughput
{
    /// <summary>Length of a round; work that takes longer makes longer rounds.</summary>
    public static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(25);

    private const int Rounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);

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
        return FastestRound(work);
    }

    /// <summary>
    /// The same for work that goes on bringing up new code for a while, as emulated programs do: it is warm when for
    /// some time no method has been compiled.
    /// </summary>
    /// <param name="work">Does some steps and returns how many.</param>
    /// <returns>Steps per second.</returns>
    public static double MeasureCompiled(Func<long> work)
    {
        long begun = Stopwatch.GetTimestamp();
        long before;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            Round(work, WarmUp);
        }
        while (JitInfo.GetCompiledMethodCount() != before && Stopwatch.GetElapsedTime(begun) < LongestWarmUp);
        return FastestRound(work);
    }

    /// <summary>Measures work and a reference in turns, so that both meet the same machine.</summary>
    /// <remarks>
    /// Wide vectors make a processor lower its clock after a while, and what runs beside changes from second to second:
    /// a reference taken at another time, or in shorter bursts, would be that of another machine.
    /// </remarks>
    /// <param name="work">Does some steps and returns how many.</param>
    /// <param name="reference">Does some steps of the reference and returns how many.</param>
    /// <param name="rounds">Turns of each.</param>
    /// <returns>Steps per second of both, each in its fastest round.</returns>
    public static (double Work, double Reference) MeasureBeside(
        Func<long> work, Func<long> reference, int rounds = Rounds)
    {
        Round(work, WarmUp);
        (double Work, double Reference) best = default;
        for (int i = 0; i < rounds; i++)
        {
            best.Work = Math.Max(best.Work, Round(work, RoundTime));
            best.Reference = Math.Max(best.Reference, Round(reference, RoundTime));
        }

        return best;
    }

    /// <summary>Measures work for two threads and a reference for one in turns; the mean of all turns.</summary>
    /// <remarks>
    /// In its fastest turn one thread had the quieter of the cores to itself, two had both: the fastest turns favour
    /// the one. What comes between in some turns comes between in as many of the other's.
    /// </remarks>
    /// <param name="work">Does some steps and returns how many.</param>
    /// <param name="reference">Does some steps of the reference and returns how many.</param>
    /// <param name="rounds">Turns of each.</param>
    /// <returns>Steps per second of both, over all turns.</returns>
    public static (double Work, double Reference) MeasureMeansBeside(
        Func<long> work, Func<long> reference, int rounds)
    {
        Round(work, WarmUp);
        double workTime = 0;
        double referenceTime = 0;
        for (int i = 0; i < rounds; i++)
        {
            workTime += 1 / Round(work, RoundTime);
            referenceTime += 1 / Round(reference, RoundTime);
        }

        return (rounds / workTime, rounds / referenceTime);
    }

    private static double FastestRound(Func<long> work)
    {
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
