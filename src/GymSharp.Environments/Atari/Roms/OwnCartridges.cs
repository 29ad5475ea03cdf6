using System.Collections.Concurrent;
using System.Reflection;
using GymSharp.Atari2600.Assembly;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Roms;

/// <summary>
/// The cartridges that come with this library. Their 6502 sources, from the folder <c>cartridges</c>, are part of it;
/// they are assembled when a cartridge is first asked for, so that no image stands anywhere.
/// </summary>
public static class OwnCartridges
{
    private const string Folder = "GymSharp.Environments.Atari.cartridges.";
    private static readonly ConcurrentDictionary<string, AssembledProgram> Programs = new(StringComparer.Ordinal);

    /// <summary>Whether a game's cartridge is one of ours.</summary>
    /// <param name="name">The game's short name, for example <c>laser_invaders</c>.</param>
    public static bool Has(string name) => GameTable.OwnNames.Contains(name, StringComparer.Ordinal);

    /// <summary>The image of a cartridge: 4096 bytes.</summary>
    /// <param name="name">The game's short name, one of <see cref="GameTable.OwnNames"/>.</param>
    /// <exception cref="ArgumentException">None of our cartridges has this name.</exception>
    public static byte[] Read(string name) => [.. Assemble(name).Image];

    /// <summary>The image with the addresses of its names: where in memory the game keeps what.</summary>
    /// <param name="name">The game's short name.</param>
    /// <exception cref="ArgumentException">None of our cartridges has this name.</exception>
    public static AssembledProgram Assemble(string name) => Has(name)
        ? Programs.GetOrAdd(name, static name => Assembler.Assemble($"{name}.asm", Source))
        : throw new ArgumentException(
            $"'{name}' is none of our cartridges. They are: {string.Join(", ", GameTable.OwnNames)}.", nameof(name));

    private static string? Source(string file)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + file);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
