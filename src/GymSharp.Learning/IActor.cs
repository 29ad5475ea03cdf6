namespace GymSharp.Learning;

/// <summary>An agent in one environment.</summary>
public interface IActor
{
    /// <summary>Plays one episode without learning: each element asked for is one more step.</summary>
    /// <remarks>
    /// The environment is reset when the first step is asked for; between steps it may be looked at, or drawn.
    /// </remarks>
    /// <param name="seed">Seeds the environment when given; leave it out from the second episode on.</param>
    /// <returns>The steps, the last of which is done.</returns>
    IEnumerable<PlayedStep> Play(ulong? seed = null);
}
