namespace GymSharp.Atari2600;

/// <summary>What is known about a cartridge beforehand; the defaults suit one nothing is known about.</summary>
public sealed record ConsoleOptions
{
    /// <summary>The bank-switching scheme; null detects it from size and contents.</summary>
    public CartridgeType? CartridgeType { get; init; }

    /// <summary>The television standard; null runs 60 frames to find out, then resets.</summary>
    public TelevisionFormat? Format { get; init; }

    /// <summary>The first line of the frame that is shown, 0 to 64.</summary>
    public int YStart { get; init; } = 34;

    /// <summary>
    /// Lines shown, 210 to 256. PAL and SECAM show 250 where this is 210.
    /// </summary>
    public int Height { get; init; } = 210;

    /// <summary>What is in the left port.</summary>
    public ControllerType LeftController { get; init; }

    /// <summary>What is in the right port.</summary>
    public ControllerType RightController { get; init; }

    /// <summary>Whether the plugs are exchanged.</summary>
    public bool SwapPorts { get; init; }

    /// <summary>Whether the two paddles of each port are exchanged.</summary>
    public bool SwapPaddles { get; init; }

    /// <summary>Whether the left difficulty switch starts at A.</summary>
    public bool LeftDifficultyA { get; init; }

    /// <summary>Whether the right difficulty switch starts at A.</summary>
    public bool RightDifficultyA { get; init; }

    /// <summary>Whether the television switch starts at black and white.</summary>
    public bool BlackAndWhite { get; init; }

    /// <summary>Whether a horizontal move in the blank leaves its eight black pixels at the left edge.</summary>
    public bool HmoveBlanks { get; init; } = true;
}
