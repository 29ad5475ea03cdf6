using GymSharp.Recording;

namespace GymSharp.Learning.Training;

/// <summary>The videos of a training run.</summary>
internal static class AgentFilm
{
    /// <summary>Films an episode into the run's video folder; a failure is told and does not end the run.</summary>
    /// <returns>The video's path, or null where there is none.</returns>
    public static string? Record(RunContext run, IAgent agent, string name)
    {
        try
        {
            using Env env = run.Plan.MakeEnv(RenderMode.RgbArray);
            double speed = env.Metadata.RenderFps;
            using FilmPreview video = new(VideoWriter.Create(Path.Combine(run.Directory.VideosPath, name), speed));
            EpisodeResult result = EpisodeVideo.Record(
                agent, env, video, RunPlan.EvaluationSeed(run.Plan.Description.Seed));
            string path = video.Complete();
            if (video.Notice is { } notice)
            {
                run.Output.Noticed(notice);
            }

            run.Sink?.Film(run.State.Steps, $"video/{name}", video.Frames, speed / video.Stride);
            run.Output.Noticed(
                $"Filmed the agent {name} training: return {result.Return:0.##} in {result.Length} steps");
            return path;
        }
        catch (Exception error) when (error is IOException or VideoException)
        {
            run.Output.Noticed($"No video of the agent {name} training: {error.Message}");
            return null;
        }
        catch (ArgumentException error) when (error.ParamName == "options")
        {
            run.Output.Noticed($"No videos: {error.Message}");
            return null;
        }
    }
}
