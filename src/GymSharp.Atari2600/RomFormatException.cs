namespace GymSharp.Atari2600;

/// <summary>A ROM image that no cartridge of the named kind could hold.</summary>
/// <param name="message">What was wrong, and how to mend it.</param>
public sealed class RomFormatException(string message) : FormatException(message);
