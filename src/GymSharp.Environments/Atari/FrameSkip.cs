namespace GymSharp.Environments.Atari;

/// <summary>How many frames a step takes: a fixed number, or one drawn for each step.</summary>
/// <param name="Low">The least number, at least 1.</param>
/// <param name="High">One more than the greatest number.</param>
public readonly record struct FrameSkip(int Low, int High)
{
    /// <summary>A fixed number of frames.</summary>
    /// <param name="frames">How many, at least 1.</param>
    public static FrameSkip Of(int frames) => new(frames, frames + 1);

    /// <summary>Whether every step takes the same number.</summary>
    public bool IsFixed => High == Low + 1;

    /// <summary>This; refuses what is no number of frames.</summary>
    /// <exception cref="ArgumentException">The least number is below 1, or the range is empty.</exception>
    internal FrameSkip Checked(string name) => Low >= 1 && High > Low
        ? this
        : throw new ArgumentException(
            IsFixed
                ? $"frameskip is {Low}; it must be at least 1."
                : $"frameskip is [{Low}, {High}]; the first must be at least 1 and less than the second.",
            name);
}
