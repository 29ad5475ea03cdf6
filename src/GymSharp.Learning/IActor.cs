namespace GymSharp.Learning;

/// <summary>An agent in one environment.</summary>
public interface IActor
{
    /// <summary>Plays one episode to its end without learning.</summary>
    /// <param name="seed">Seeds the environment when given; leave it out from the second episode on.</param>
    EpisodeResult PlayEpisode(ulong? seed = null);
}
