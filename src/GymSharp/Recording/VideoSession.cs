using GymSharp.Rendering;

namespace GymSharp.Recording;

/// <summary>
/// One video on its way, with the facts for its manifest. Failures become warnings and end the video, nothing else.
/// </summary>
internal sealed class VideoSession
{
    private readonly string path;
    private readonly double framesPerSecond;
    private readonly VideoOptions options;
    private readonly VideoManifest manifest = new();
    private IVideoWriter? writer;
    private bool hasFailed;

    /// <summary>Prepares a video; the file is begun with the first frame.</summary>
    /// <param name="path">The file without extension.</param>
    /// <param name="framesPerSecond">Frames per second.</param>
    /// <param name="options">Format and encoder.</param>
    public VideoSession(string path, double framesPerSecond, VideoOptions options)
    {
        this.path = path;
        this.framesPerSecond = framesPerSecond;
        this.options = options;
    }

    /// <summary>Number of frames captured.</summary>
    public int FrameCount { get; private set; }

    /// <summary>One line for the user about the format, or null.</summary>
    public string? Notice { get; private set; }

    /// <summary>Refuses an environment that renders no pictures.</summary>
    /// <exception cref="ArgumentException">It renders nothing, text, or to a screen.</exception>
    public static void ExpectPictures(Env env, string wrapper)
    {
        if (env.RenderMode != RenderMode.RgbArray)
        {
            throw new ArgumentException(
                $"Render mode is {env.RenderMode}, which is incompatible with {wrapper}. "
                + "Make the environment with a render mode that returns an image: RenderMode.RgbArray.",
                nameof(env));
        }
    }

    /// <summary>Refuses a frame rate that is no positive number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double ExpectFps(double framesPerSecond) => framesPerSecond > 0.0 && double.IsFinite(framesPerSecond)
        ? framesPerSecond
        : throw new ArgumentOutOfRangeException(
            nameof(framesPerSecond), $"A video needs more than 0 frames per second, got {framesPerSecond}.");

    /// <summary>Notes where the video comes from.</summary>
    public void Describe(string? envId, ulong? seed, int firstEpisode)
    {
        manifest.EnvId = envId;
        manifest.Seed = seed;
        manifest.FirstEpisode = firstEpisode;
    }

    /// <summary>Notes the start of an episode.</summary>
    public void BeginEpisode() => manifest.Episodes.Add(new());

    /// <summary>Notes a step.</summary>
    public void CountStep(double reward, bool terminated, bool truncated)
    {
        if (manifest.Episodes.Count == 0)
        {
            BeginEpisode();
        }

        EpisodeRecord episode = manifest.Episodes[^1];
        episode.Return += reward;
        episode.Length++;
        episode.Terminated |= terminated;
        episode.Truncated |= truncated;
    }

    /// <summary>Renders a frame and appends it.</summary>
    /// <returns>Whether the video goes on; otherwise call <see cref="Finish"/>.</returns>
    public bool Capture(Env env) => Capture(env.Render());

    /// <summary>Appends a frame.</summary>
    /// <returns>Whether the video goes on; otherwise call <see cref="Finish"/>.</returns>
    public bool Capture(Frame? frame)
    {
        if (frame?.Text is not null || frame is null)
        {
            GymLog.Warn(
                $"Recording of {path} stopped: expected a picture from Render(), got "
                + $"{(frame is null ? "nothing" : "text")}.");
            return false;
        }

        try
        {
            writer ??= VideoWriter.Create(path, framesPerSecond, options);
            writer.Append(frame);
            FrameCount++;
            return true;
        }
        catch (Exception error) when (IsRecordingFailure(error))
        {
            Fail(error);
            return false;
        }
    }

    /// <summary>Saves the video and its manifest.</summary>
    /// <returns>The path of the video, or null where there is none.</returns>
    public string? Finish()
    {
        if (writer is null)
        {
            if (!hasFailed)
            {
                GymLog.Warn($"Ignored saving the video {path} as there were zero frames to save.");
            }

            return null;
        }

        try
        {
            string file = writer.Complete();
            Notice = writer.Notice;
            manifest.Save(path + ".json", file, framesPerSecond, FrameCount);
            return file;
        }
        catch (Exception error) when (IsRecordingFailure(error))
        {
            Fail(error);
            return null;
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static bool IsRecordingFailure(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException;

    private void Fail(Exception error)
    {
        hasFailed = true;
        GymLog.Warn($"Recording of {path} stopped after {FrameCount} frames, the environment goes on: {error.Message}");
    }
}
