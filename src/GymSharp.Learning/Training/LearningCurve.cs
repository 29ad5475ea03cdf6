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
        plot.AddLine("", [.. points.Select(point => (double)point.Step)], [.. points.Select(point => point.Value)]);
        PngWriter.Save(plot.Draw(), directory.CurvePath);
    }
}
