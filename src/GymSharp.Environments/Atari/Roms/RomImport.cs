using System.IO.Compression;
using GymSharp.Environments.Atari.Games;

namespace GymSharp.Environments.Atari.Roms;

/// <summary>Finds the ROMs of known games below a folder, by MD5, in files and in zip archives.</summary>
/// <remarks>
/// Names and extensions do not matter. Archives in archives are looked into once. Archives that are too large, folders
/// and files that cannot be read and links to folders are passed over and told; other files larger than a cartridge are
/// passed over. No more than a fixed number of bytes is unpacked, whatever an archive claims.
/// </remarks>
public sealed class RomImport
{
    private const long MostUnpacked = 1L << 30;
    private const long LargestArchive = 1L << 28;
    private const int MostFiles = 200_000;
    private const int Depth = 2;
    private const int MostProblems = 100;

    private readonly Dictionary<string, GameDefinition> wanted =
        GameTable.Games.ToDictionary(game => game.Md5!, StringComparer.Ordinal);

    private readonly SortedDictionary<string, byte[]> found = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private long unpacked;
    private int files;
    private int untold;

    private RomImport()
    {
    }

    /// <summary>Imports what is below a folder.</summary>
    /// <param name="path">A folder, a zip archive, or a ROM.</param>
    /// <param name="store">Where the ROMs go.</param>
    /// <returns>The games found, and what could not be read.</returns>
    /// <exception cref="FileNotFoundException">There is neither folder nor file of that name.</exception>
    /// <exception cref="IOException">The store cannot be written to.</exception>
    public static RomImportResult Run(string path, RomStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        RomImport import = new();
        if (File.Exists(path))
        {
            import.TakeFile(path);
        }
        else if (Directory.Exists(path))
        {
            import.TakeFolder(path);
            if (import.files > MostFiles)
            {
                import.problems.Add($"'{path}' has more than {MostFiles} files; the rest was not looked at.");
            }
        }
        else
        {
            throw new FileNotFoundException(
                $"There is no folder or file '{path}'. Give the folder with your ROMs.", path);
        }

        foreach ((string name, byte[] rom) in import.found)
        {
            store.Write(GameTable.Find(name)!, rom);
        }

        if (import.untold > 0)
        {
            import.problems.Add($"{import.untold} more could not be read.");
        }

        return new RomImportResult([.. import.found.Keys], import.problems);
    }

    private void TakeFolder(string folder)
    {
        string[] inFolder;
        string[] folders;
        try
        {
            inFolder = Directory.GetFiles(folder);
            folders = Directory.GetDirectories(folder);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            Tell($"'{folder}' cannot be looked into: {error.Message}");
            return;
        }

        foreach (string file in inFolder.Order(StringComparer.Ordinal))
        {
            if (++files > MostFiles)
            {
                break;
            }

            TakeFile(file);
        }

        foreach (string inner in folders.Order(StringComparer.Ordinal))
        {
            if (new DirectoryInfo(inner).LinkTarget is not null)
            {
                Tell($"'{inner}' is a link to a folder and was not followed: it may lead in a circle.");
            }
            else if (files <= MostFiles)
            {
                TakeFolder(inner);
            }
        }
    }

    private void TakeFile(string path)
    {
        try
        {
            FileInfo facts = new(path);
            long length = ((FileInfo?)facts.ResolveLinkTarget(returnFinalTarget: true) ?? facts).Length;
            if (length == 0)
            {
                // Nothing, or a pipe, which waits for a writer when it is opened.
                return;
            }

            using FileStream file = File.OpenRead(path);
            if (IsArchive(file))
            {
                if (length <= LargestArchive)
                {
                    TakeArchive(file, path, Depth);
                }
                else
                {
                    Tell($"'{path}' is an archive of more than {LargestArchive >> 20} MB and was not looked into. "
                        + "Unpack it first.");
                }
            }
            else if (length <= RomStore.LargestRom)
            {
                Take(RomFile.ReadAtMost(file, RomStore.LargestRom));
            }
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            Tell($"'{path}' cannot be read: {error.Message}");
        }
    }

    private void TakeArchive(Stream stream, string name, int depth)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostFiles)
        {
            Tell($"'{name}' has more than {MostFiles} entries and was not looked into.");
            return;
        }

        int tooLarge = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (unpacked > MostUnpacked)
            {
                Tell($"'{name}' unpacks to more than {MostUnpacked >> 20} MB; the rest was not looked at.");
                return;
            }

            try
            {
                tooLarge += TakeEntry(entry, $"{name}/{entry.FullName}", depth) ? 0 : 1;
            }
            catch (Exception error) when (IsUnreadable(error))
            {
                Tell($"'{name}/{entry.FullName}' cannot be read: {error.Message}");
            }
        }

        if (tooLarge > 0)
        {
            Tell($"'{name}' has {tooLarge} entries larger than any cartridge; they were not unpacked.");
        }
    }

    // False for an entry that is too large. The length that the archive tells is not believed: never more is read than
    // a cartridge, or an archive, may have.
    private bool TakeEntry(ZipArchiveEntry entry, string name, int depth)
    {
        if (entry.FullName.EndsWith('/') || entry.Length == 0)
        {
            return true;
        }

        bool isNested = depth > 1 && entry.Length <= LargestArchive / 8
            && entry.FullName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (!isNested && entry.Length > RomStore.LargestRom)
        {
            return false;
        }

        using Stream content = entry.Open();
        byte[] bytes = RomFile.ReadAtMost(content, (int)entry.Length);
        unpacked += bytes.Length;
        if (isNested)
        {
            using MemoryStream nested = new(bytes);
            TakeArchive(nested, name, depth - 1);
        }
        else
        {
            Take(bytes);
        }

        return true;
    }

    // A hundred lines tell enough of an archive with thousands of damaged entries.
    private void Tell(string problem)
    {
        if (problems.Count < MostProblems)
        {
            problems.Add(problem);
        }
        else
        {
            untold++;
        }
    }

    private void Take(byte[] rom)
    {
        if (wanted.TryGetValue(RomFile.Md5(rom), out GameDefinition? game))
        {
            found[game.Name] = rom;
        }
    }

    private static bool IsArchive(FileStream file)
    {
        Span<byte> start = stackalloc byte[4];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return length == start.Length && start.SequenceEqual("PK\x03\x04"u8);
    }

    private static bool IsUnreadable(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException
            or ArgumentException or OverflowException;
}
