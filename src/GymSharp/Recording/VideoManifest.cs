using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Recording;

/// <summary>The facts beside a video, as a JSON file.</summary>
/// <remarks>
/// Members: <c>video</c> (file name), <c>env_id</c>, <c>seed</c> (the last one given to a reset before the first
/// frame), <c>first_episode</c> (counted from 0), <c>fps</c>, <c>frames</c>, and <c>episodes</c>: <c>return</c>,
/// <c>length</c>, <c>terminated</c>, <c>truncated</c> of the steps shown. What is not a number is written as text.
/// </remarks>
internal sealed class VideoManifest
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Id of the environment, or null.</summary>
    public string? EnvId { get; set; }

    /// <summary>The last seed given, or null.</summary>
    public ulong? Seed { get; set; }

    /// <summary>Number of the first episode shown.</summary>
    public int FirstEpisode { get; set; }

    /// <summary>The episodes shown.</summary>
    public List<EpisodeRecord> Episodes { get; } = [];

    /// <summary>Writes the file; it appears whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path, string video, double framesPerSecond, int frames)
    {
        JsonObject json = new()
        {
            ["video"] = Path.GetFileName(video),
            ["env_id"] = EnvId,
            ["seed"] = Seed,
            ["first_episode"] = FirstEpisode,
            ["fps"] = framesPerSecond,
            ["frames"] = frames,
            ["episodes"] = new JsonArray([.. Episodes.Select(Describe)]),
        };
        using PartialFile file = new(path);
        JsonSerializer.Serialize(file.Stream, json, Indented);
        file.Commit();
    }

    private static JsonObject Describe(EpisodeRecord episode) => new()
    {
        ["return"] = double.IsFinite(episode.Return) ? episode.Return : episode.Return.ToString(),
        ["length"] = episode.Length,
        ["terminated"] = episode.Terminated,
        ["truncated"] = episode.Truncated,
    };
}
