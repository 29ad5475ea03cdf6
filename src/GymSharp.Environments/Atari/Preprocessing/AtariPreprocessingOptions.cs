namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>What <see cref="AtariPreprocessing"/> does; names and defaults are Gymnasium's.</summary>
public sealed record AtariPreprocessingOptions
{
    /// <summary>The most frames without an action at the start of an episode; 0 for none.</summary>
    /// <value>The default is 30.</value>
    public int NoopMax { get; init; } = 30;

    /// <summary>Steps of the environment per action, at least 1.</summary>
    /// <value>The default is 4.</value>
    public int FrameSkip { get; init; } = 4;

    /// <summary>Width of the pictures.</summary>
    /// <value>The default is 84.</value>
    public int Width { get; init; } = 84;

    /// <summary>Height of the pictures.</summary>
    /// <value>The default is 84.</value>
    public int Height { get; init; } = 84;

    /// <summary>Whether the loss of a life terminates.</summary>
    /// <value>The default is false.</value>
    public bool TerminalOnLifeLoss { get; init; }

    /// <summary>Whether pictures are grey.</summary>
    /// <value>The default is true.</value>
    public bool GrayscaleObservation { get; init; } = true;

    /// <summary>Whether grey pictures have a third axis of length 1.</summary>
    /// <value>The default is false.</value>
    public bool GrayscaleNewAxis { get; init; }

    /// <summary>These options; refuses those that make no sense.</summary>
    internal AtariPreprocessingOptions Checked(string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(NoopMax, 0, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameSkip, 1, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 1, name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Height, 1, name);
        return this;
    }
}
