using System.Globalization;

namespace GymSharp.Environments.Atari;

/// <summary>How a game is put before an agent, with the defaults of the Arcade Learning Environment.</summary>
public sealed record AleSettings
{
    /// <summary>Seeds the generator that decides over sticky actions.</summary>
    /// <value>The default is 0.</value>
    public int RandomSeed { get; init; }

    /// <summary>Probability in [0, 1] that a frame repeats the action before in place of the one given.</summary>
    /// <value>The default is 0.25.</value>
    public double RepeatActionProbability { get; init; } = 0.25;

    /// <summary>Frames per act, at least 1.</summary>
    /// <value>The default is 1.</value>
    public int FrameSkip { get; init; } = 1;

    /// <summary>Frames after which an episode is truncated; 0 for no limit.</summary>
    /// <value>The default is 0.</value>
    public int MaxFramesPerEpisode { get; init; }

    /// <summary>Whether the screen is a mean of the last two frames.</summary>
    /// <value>The default is false.</value>
    public bool ColorAveraging { get; init; }

    /// <summary>Whether the loss of a life truncates the episode.</summary>
    /// <value>The default is false.</value>
    public bool TruncateOnLossOfLife { get; init; }

    /// <summary>The least reward of an act.</summary>
    public int RewardMinimum { get; init; } = int.MinValue;

    /// <summary>The greatest reward of an act.</summary>
    public int RewardMaximum { get; init; } = int.MaxValue;

    /// <summary>Least resistance of a paddle in ohms; null is the game's own, or 27,450.</summary>
    public int? PaddleMinimum { get; init; }

    /// <summary>Greatest resistance of a paddle in ohms; null is the game's own, or 790,196.</summary>
    public int? PaddleMaximum { get; init; }

    /// <summary>Whether <see cref="AleMachine.Sound"/> is computed with each act.</summary>
    /// <value>The default is false.</value>
    public bool Sound { get; init; }

    /// <summary>The probability as the reference sees it, which passes it on as text of six digits.</summary>
    internal double StickyThreshold => float.Parse(
        RepeatActionProbability.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>These settings; refuses those that make no sense.</summary>
    /// <param name="name">The parameter that brought them.</param>
    /// <exception cref="ArgumentException">One is out of range; the message says which and what it may be.</exception>
    internal AleSettings Checked(string name)
    {
        if (RepeatActionProbability is not (>= 0 and <= 1))
        {
            throw new ArgumentException(
                $"repeat_action_probability is {RepeatActionProbability}; it must lie between 0 and 1.",
                name);
        }

        if (FrameSkip < 1)
        {
            throw new ArgumentException($"frame_skip is {FrameSkip}; it must be at least 1.", name);
        }

        if (MaxFramesPerEpisode < 0)
        {
            throw new ArgumentException(
                $"max_num_frames_per_episode is {MaxFramesPerEpisode}; give a positive number, or 0 for no limit.",
                name);
        }

        if (RewardMinimum > RewardMaximum)
        {
            throw new ArgumentException(
                $"reward_min is {RewardMinimum} and reward_max {RewardMaximum}; the least must not be above.",
                name);
        }

        return this;
    }
}
