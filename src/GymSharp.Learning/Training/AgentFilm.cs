using GymSharp.Learning.Runs;
using GymSharp.Recording;

namespace GymSharp.Learning.Training;

/// <summary>The videos of a training run.</summary>
internal static class AgentFilm
{
    /// <summary>Films an episode into the run's video folder; a failure is told and does not end the run.</summary>
    /// <returns>The video's path, or null where there is none.</returns>
    public static string? Record(RunPlan plan, IAgent agent, RunDirectory directory, string name, RunOutput output)
    {
        try
        {
            using Env env = plan.MakeEnv(RenderMode.RgbArray);
            using IVideoWriter video = VideoWriter.Create(
                Path.Combine(directory.VideosPath, name), env.Metadata.RenderFps);
            EpisodeResult result = EpisodeVideo.Record(
                agent, env, video, RunPlan.EvaluationSeed(plan.Description.Seed));
            string path = video.Complete();
            if (video.Notice is { } notice)
            {
                output.Noticed(notice);
            }

            output.Noticed($"Filmed the agent {name} training: return {result.Return:0.##} in {result.Length} steps");
            return path;
        }
        catch (Exception error) when (error is IOException or VideoException)
        {
            output.Noticed($"No video of the agent {name} training: {error.Message}");
            return null;
        }
        catch (ArgumentException error) when (error.ParamName == "options")
        {
            output.Noticed($"No videos: {error.Message}");
            return null;
        }
    }
}
