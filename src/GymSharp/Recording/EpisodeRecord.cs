namespace GymSharp.Recording;

/// <summary>An episode, or a part of one, that a video shows.</summary>
internal sealed class EpisodeRecord
{
    /// <summary>Sum of the rewards of the recorded steps.</summary>
    public double Return { get; set; }

    /// <summary>Number of recorded steps.</summary>
    public int Length { get; set; }

    /// <summary>Whether the task ended.</summary>
    public bool Terminated { get; set; }

    /// <summary>Whether the episode was cut off.</summary>
    public bool Truncated { get; set; }
}
