namespace GymSharp.Environments.Atari;

/// <summary>What an agent sees of an Atari game.</summary>
public enum AtariObservation
{
    /// <summary>The screen in red, green and blue: [height, 160, 3].</summary>
    Rgb,

    /// <summary>The brightness of the screen: [height, 160].</summary>
    Grayscale,

    /// <summary>The console's memory: [128].</summary>
    Ram,
}
