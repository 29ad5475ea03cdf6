namespace GymSharp.Learning;

/// <summary>What can be done with every <see cref="IActor"/>.</summary>
public static class ActorExtensions
{
    /// <summary>Plays one episode to its end without learning.</summary>
    /// <param name="actor">Who plays.</param>
    /// <param name="seed">Seeds the environment when given; leave it out from the second episode on.</param>
    public static EpisodeResult PlayEpisode(this IActor actor, ulong? seed = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        double sum = 0;
        int length = 0;
        foreach (PlayedStep step in actor.Play(seed))
        {
            sum += step.Reward;
            length++;
        }

        return new(sum, length);
    }
}
