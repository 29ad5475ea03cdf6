using GymSharp.Learning.Runs;

namespace GymSharp.Learning.Tests.Runs;

public sealed class MetricsLogTests
{
    [Fact]
    public void A_line_has_means_but_the_best_that_its_last_step_left()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "metrics.jsonl");
        using (MetricsLog log = new(path, interval: 100))
        {
            log.Add(Report(40, episodeReturn: 10, best: 10), seconds: 0);
            log.Add(Report(80, episodeReturn: 50, best: 50), seconds: 0);
            log.Add(Report(120, episodeReturn: 30, best: 50), seconds: 0);
            log.Add(Report(160, episodeReturn: 90, best: 90), seconds: 0);
            log.Finish(160, 4, seconds: 0);
        }

        Assert.Equal([(120, 30.0), (160, 90.0)], MetricsReader.Read(path, "episode_return"));
        Assert.Equal([(120, 50.0), (160, 90.0)], MetricsReader.Read(path, "best_return"));
    }

    private static LearningReport Report(long steps, double episodeReturn, double best) =>
        new(steps, steps / 40, episodeReturn, 40, [new("best_return", best)]);
}
