namespace GymSharp.Environments.Atari.Roms;

/// <summary>What an import did.</summary>
/// <param name="Games">Short names of the games whose ROMs were found and copied, in order.</param>
/// <param name="Problems">What could not be read, a sentence each.</param>
public sealed record RomImportResult(IReadOnlyList<string> Games, IReadOnlyList<string> Problems);
