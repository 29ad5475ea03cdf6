using GymSharp.Learning.Runs;
using GymSharp.Recording;
using GymSharp.Rendering.Plotting;

namespace GymSharp.Learning.Training;

/// <summary>The picture of a run's episode returns over its steps.</summary>
internal static class LearningCurve
{
    /// <summary>
    /// Draws <c>learning-curve.png</c> from the metrics; does nothing where there are fewer than two points.
    /// </summary>
    public static void Draw(RunDirectory directory, RunDescription description)
    {
        IReadOnlyList<(long Step, double Value)> points = MetricsReader.Read(directory.MetricsPath, "episode_return");
        if (points.Count < 2)
        {
            return;
        }

        Plot plot = new()
        {
            Title = $"{description.Algorithm} on {description.Environment}, seed {description.Seed}",
            XLabel = "environment steps",
            YLabel = "episode return",
        };
        Add(plot, "episodes", points);

        IReadOnlyList<(long Step, double Value)> evaluations = MetricsReader.Read(
            directory.MetricsPath, "evaluation/mean_return");
        if (evaluations.Count > 1)
        {
            Add(plot, "evaluations", evaluations);
        }

        // A search tries bad candidates to the end; what it keeps is told by its best alone.
        IReadOnlyList<(long Step, double Value)> best = MetricsReader.Read(directory.MetricsPath, "best_return");
        if (best.Count > 0)
        {
            Add(plot, "best so far", best);
        }

        PngWriter.Save(plot.Draw(), directory.CurvePath);
    }

    private static void Add(Plot plot, string label, IReadOnlyList<(long Step, double Value)> points) =>
        plot.AddLine(label, [.. points.Select(point => (double)point.Step)], [.. points.Select(point => point.Value)]);
}
