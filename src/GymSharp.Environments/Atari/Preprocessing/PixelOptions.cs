namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// How pictures of 84 × 84 × 4 are made of a game for agents that learn from them; names and defaults are those of
/// ale-py's batch.
/// </summary>
public sealed record PixelOptions
{
    /// <summary>The most frames without an action at the start of a game; 0 for none.</summary>
    /// <value>The default is 30.</value>
    public int NoopMax { get; init; } = 30;

    /// <summary>Frames per action; the brightest of the last two is shown.</summary>
    /// <value>The default is 4.</value>
    public int FrameSkip { get; init; } = 4;

    /// <summary>Pictures that an observation holds, the newest last.</summary>
    /// <value>The default is 4.</value>
    public int StackCount { get; init; } = 4;

    /// <summary>Height of the pictures.</summary>
    /// <value>The default is 84.</value>
    public int Height { get; init; } = 84;

    /// <summary>Width of the pictures.</summary>
    /// <value>The default is 84.</value>
    public int Width { get; init; } = 84;

    /// <summary>Whether games that wait for the button are begun.</summary>
    /// <value>The default is true.</value>
    public bool UseFireReset { get; init; } = true;

    /// <summary>Whether every life is an episode.</summary>
    /// <value>The default is false.</value>
    public bool EpisodicLife { get; init; }

    /// <summary>Whether rewards are cut to −1 … 1.</summary>
    /// <value>The default is true.</value>
    public bool RewardClipping { get; init; } = true;

    /// <summary>What the loss of a life is paid beside, after rewards are cut; below 0 it is a fine.</summary>
    /// <value>The default is 0.</value>
    public double LostLifeReward { get; init; }

    /// <summary>These options; refuses those that make no sense.</summary>
    internal PixelOptions Checked(string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(NoopMax, 0, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameSkip, 1, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(StackCount, 1, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 1, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 1, name);
        if (!double.IsFinite(LostLifeReward))
        {
            throw new ArgumentOutOfRangeException(
                name, LostLifeReward, "The reward for a lost life must be a finite number, for example -1.");
        }

        return this;
    }
}
