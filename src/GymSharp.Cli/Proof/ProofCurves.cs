using GymSharp.Learning.Runs;
using GymSharp.Recording;
using GymSharp.Rendering.Plotting;

namespace GymSharp.Cli.Proof;

/// <summary>A picture per environment: the episode returns of each algorithm while it trains, over its seeds.</summary>
internal static class ProofCurves
{
    private const int Bins = 100;
    private const string Folder = "curves";

    /// <summary>Draws the pictures.</summary>
    /// <returns>Environment and path of each, relative to the folder.</returns>
    public static IReadOnlyList<(string Environment, string File)> Draw(
        IReadOnlyList<CellResult> results, string output)
    {
        List<(string, string)> files = [];
        Directory.CreateDirectory(Path.Combine(output, Folder));
        foreach (IGrouping<string, CellResult> environment in results.GroupBy(result => result.Cell.Environment))
        {
            Plot plot = new()
            {
                Title = environment.Key,
                XLabel = "environment steps",
                YLabel = "episode return while training",
            };
            foreach (CellResult result in environment)
            {
                if (Series(result) is { } series)
                {
                    plot.Add(series);
                }
            }

            if (plot.Series.Count > 0)
            {
                string file = $"{Folder}/{environment.Key.Replace('/', '-')}.png";
                PngWriter.Save(plot.Draw(), Path.Combine(output, file));
                files.Add((environment.Key, file));
            }
        }

        return files;
    }

    /// <summary>Mean and spread over seeds of returns that were averaged over equal parts of the run.</summary>
    public static PlotSeries? Series(CellResult result)
    {
        double[][] seeds = [.. result.Seeds
            .Select(seed => MetricsReader.Read(Path.Combine(seed.Directory, "metrics.jsonl"), "episode_return"))
            .Where(points => points.Count > 1)
            .Select(points => Binned(points, result.Cell.Steps))];
        if (seeds.Length == 0)
        {
            return null;
        }

        double[] x = new double[Bins];
        double[] mean = new double[Bins];
        double[] spread = new double[Bins];
        for (int i = 0; i < Bins; i++)
        {
            double[] values = [.. seeds.Select(seed => seed[i]).Where(double.IsFinite)];
            x[i] = (i + 0.5) * result.Cell.Steps / Bins;
            mean[i] = values.Length > 0 ? values.Average() : double.NaN;
            spread[i] = values.Length > 0
                ? Math.Sqrt(values.Average(value => (value - mean[i]) * (value - mean[i])))
                : 0;
        }

        return new PlotSeries(result.Cell.Label, x, mean) { Spread = spread };
    }

    // Where a part saw no episode end, the one before stands.
    private static double[] Binned(IReadOnlyList<(long Step, double Value)> points, long steps)
    {
        double[] sums = new double[Bins];
        int[] counts = new int[Bins];
        foreach ((long step, double value) in points)
        {
            int bin = (int)Math.Min(Bins - 1, step * Bins / Math.Max(1, steps));
            sums[bin] += value;
            counts[bin]++;
        }

        double[] binned = new double[Bins];
        for (int i = 0; i < Bins; i++)
        {
            binned[i] = counts[i] > 0 ? sums[i] / counts[i] : i > 0 ? binned[i - 1] : double.NaN;
        }

        return binned;
    }
}
