using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Roms;

/// <summary>The folder that holds the user's ROMs, one file per game, named after it.</summary>
/// <remarks>
/// The folder is that of the environment variable <c>GYMSHARP_ROMS</c>; else <c>gymsharp/roms</c> in the user's folder
/// for data: <c>$XDG_DATA_HOME</c>, <c>~/.local/share</c>, or what Windows and macOS have for it.
/// </remarks>
/// <param name="folder">The folder; it need not exist.</param>
public sealed class RomStore(string folder)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "GYMSHARP_ROMS";

    /// <summary>No cartridge is larger.</summary>
    internal const int LargestRom = 1 << 19;

    /// <summary>The user's store.</summary>
    public static RomStore Default => new(DefaultFolder());

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Where a game's ROM is, or would be.</summary>
    /// <param name="game">The game.</param>
    public string PathOf(GameDefinition game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return Path.Combine(Folder, game.Name + ".bin");
    }

    /// <summary>Whether a game's ROM is here and can be played.</summary>
    /// <param name="game">The game.</param>
    public bool Has(GameDefinition game) => Needs(game) is null;

    /// <summary>
    /// What a game needs, to follow "It needs ": its ROM, and what is the matter with the file or the folder that
    /// should hold it. Null where the ROM is here and can be played.
    /// </summary>
    /// <param name="game">The game.</param>
    public string? Needs(GameDefinition game)
    {
        ArgumentNullException.ThrowIfNull(game);
        if (!File.Exists(PathOf(game)))
        {
            return FolderComplaint() is { } complaint ? $"{Named(game)}. {complaint}" : Missing(game);
        }

        try
        {
            _ = Read(game);
            return null;
        }
        catch (Exception error) when (error is IOException or FormatException)
        {
            return $"{Named(game)}. {error.Message}";
        }
    }

    /// <summary>Reads a game's ROM and checks that it is the one that the rules are for.</summary>
    /// <param name="game">The game.</param>
    /// <exception cref="FileNotFoundException">It was not imported; the message says which file is missing.</exception>
    /// <exception cref="FormatException">The file is another one.</exception>
    /// <exception cref="IOException">It, or the folder, cannot be read.</exception>
    public byte[] Read(GameDefinition game)
    {
        ArgumentNullException.ThrowIfNull(game);
        string path = PathOf(game);
        if (!File.Exists(path))
        {
            throw FolderComplaint() is { } complaint
                ? new IOException(complaint)
                : new FileNotFoundException(Missing(game), path);
        }

        byte[] rom = RomFile.Read(path);
        string md5 = RomFile.Md5(rom);
        return md5 == game.Md5
            ? rom
            : throw new FormatException(
                $"'{path}' is not the ROM of {game.Name}: its MD5 is {md5}, not {game.Md5}. Delete it and import the "
                + "right one with 'gymsharp roms import FOLDER'.");
    }

    /// <summary>
    /// Why the folder cannot be looked into, and what to do; null where it can, or is not there yet. Without asking,
    /// such a folder looks like one without files.
    /// </summary>
    public string? FolderComplaint()
    {
        if (File.Exists(Folder))
        {
            return $"'{Folder}', where ROMs are kept, is a file and no folder. Set {Variable} to a folder.";
        }

        try
        {
            _ = Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"'{Folder}', where ROMs are kept, cannot be read ({error.Message}). Make sure that you may read it"
                + $", or set {Variable} to another folder.";
        }
    }

    /// <summary>What is missing for a game, and how to bring it.</summary>
    /// <param name="game">The game.</param>
    public static string Missing(GameDefinition game)
    {
        ArgumentNullException.ThrowIfNull(game);
        return $"{Named(game)}. Put the files you own, or a zip archive of them, into a folder and run "
            + "'gymsharp roms import FOLDER'.";
    }

    /// <summary>Writes a ROM: to a temporary name first, so that nothing half-written is ever found.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    internal void Write(GameDefinition game, ReadOnlySpan<byte> rom)
    {
        string path = PathOf(game);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Folder);
            try
            {
                using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write))
                {
                    file.Write(rom);
                    file.Flush(flushToDisk: true);
                }

                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"'{path}' cannot be written ({error.Message}). Set {Variable} to a folder that you may write to.",
                error);
        }
    }

    private static string DefaultFolder()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return Path.GetFullPath(named);
        }

        string data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "gymsharp", "roms");
    }

    private static string Named(GameDefinition game) => $"the ROM '{game.Name}.bin' ({game.Title}, MD5 {game.Md5})";
}
