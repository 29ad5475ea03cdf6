using System.Diagnostics;
using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Roms;
using GymSharp.Randomness;

namespace GymSharp.Environments.Atari;

/// <summary>The user's ROMs: found, copied, checked; nothing half-written.</summary>
public sealed class RomTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gymsharp-roms-").FullName;

    private string Source => Path.Combine(folder, "source");

    private RomStore Store => new(Path.Combine(folder, "store", "roms"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_missing_ROM_is_named_with_its_MD5_and_how_to_bring_it()
    {
        GameDefinition game = GameTable.Find("breakout")!;
        string message = Assert.Throws<FileNotFoundException>(() => Store.Read(game)).Message;
        Assert.Contains("breakout.bin", message, StringComparison.Ordinal);
        Assert.Contains("f34f08e5eb96e500e851a80be3277a56", message, StringComparison.Ordinal);
        Assert.Contains("gymsharp roms import", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_file_under_the_name_of_a_ROM_is_refused()
    {
        GameDefinition game = GameTable.Find("breakout")!;
        Store.Write(game, new byte[2048]);
        Assert.Contains("MD5", Assert.Throws<FormatException>(() => Store.Read(game)).Message, StringComparison.Ordinal);
        Assert.Equal([Store.PathOf(game)], Directory.GetFiles(Store.Folder));
    }

    [Theory]
    [InlineData("store")]
    [InlineData("store/roms")]
    public void A_store_that_cannot_be_written_to_says_so_and_leaves_what_is_there(string store)
    {
        string file = Path.Combine(folder, "store");
        File.WriteAllText(file, "x");
        IOException error = Assert.Throws<IOException>(
            () => new RomStore(Path.Combine(folder, store)).Write(GameTable.Find("breakout")!, new byte[2048]));
        Assert.Contains("breakout.bin' cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains(RomStore.Variable, error.Message, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
        Assert.Equal("x", File.ReadAllText(file));
    }

    [Fact]
    public void A_known_ROM_is_found_in_files_and_in_archives_in_archives()
    {
        if (!AleGolden.IsWhole)
        {
            // The only ROM of a known game that may be shown to a test is not part of the repository.
            Assert.Empty(RomImport.Run(AleGolden.Root, Store).Games);
            return;
        }

        byte[] rom = AleGolden.Bytes("roms/tetris.bin");
        Directory.CreateDirectory(Source);
        File.WriteAllBytes(Path.Combine(Source, "roms.zip"), Zip(("inner.zip", Zip(("dir/any.name", rom)))));
        RomImportResult result = RomImport.Run(Source, Store);
        Assert.Equal(["tetris"], result.Games);
        Assert.Empty(result.Problems);
        Assert.Equal(rom, Store.Read(GameTable.Find("tetris")!));
        Assert.Equal(["tetris.bin"], Directory.GetFiles(Store.Folder).Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public void A_link_to_a_file_is_followed_and_one_to_a_folder_is_told()
    {
        // No ROM that may be shown to every test is known by its MD5; a damaged archive tells that it was opened.
        string damaged = Path.Combine(folder, "damaged");
        File.WriteAllBytes(damaged, Zip(("zip", [1]))[..30]);
        Directory.CreateDirectory(Source);
        File.CreateSymbolicLink(Path.Combine(Source, "link.bin"), damaged);
        Directory.CreateSymbolicLink(Path.Combine(Source, "round"), Source);
        IReadOnlyList<string> problems = RomImport.Run(Source, Store).Problems;
        Assert.Equal(2, problems.Count);
        Assert.Contains("link.bin' cannot be read", problems[0], StringComparison.Ordinal);
        Assert.Contains("round' is a link to a folder", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_passed_over_and_waits_for_nobody()
    {
        Directory.CreateDirectory(Source);
        string pipe = Path.Combine(Source, "pipe");
        using (Process make = Process.Start("mkfifo", [pipe]))
        {
            make.WaitForExit();
        }

        Assert.Empty(RomImport.Run(Source, Store).Games);
        Assert.Throws<FormatException>(() => RomFile.Read(pipe));
    }

    [Fact]
    public void An_archive_of_many_damaged_entries_is_told_in_few_lines()
    {
        (string Name, byte[] Bytes)[] entries = [.. Enumerable.Range(0, 300).Select(i => ($"{i}.zip", new byte[] { 1, 2, 3 }))];
        Directory.CreateDirectory(Source);
        File.WriteAllBytes(Path.Combine(Source, "many.zip"), Zip(entries));
        RomImportResult result = RomImport.Run(Source, Store);
        Assert.Equal(101, result.Problems.Count);
        Assert.Equal("200 more could not be read.", result.Problems[^1]);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        Directory.CreateDirectory(Source);
        File.WriteAllBytes(Path.Combine(Source, "bomb.zip"), Zip(("bomb.zip", Zip(("zeros.bin", new byte[64 << 20])))));
        long before = GC.GetAllocatedBytesForCurrentThread();
        RomImportResult result = RomImport.Run(Source, Store);
        Assert.Empty(result.Games);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 << 20);
        Assert.False(Directory.Exists(Store.Folder));
    }

    [Fact]
    public void Damaged_archives_are_told_and_passed_over()
    {
        Directory.CreateDirectory(Source);
        byte[] archive = Zip(("a.bin", new byte[4096]), ("b.bin", [1, 2, 3]));
        Prop.ForAll<int, byte>((at, value) =>
        {
            byte[] damaged = [.. archive];
            int first = (int)((uint)at % (uint)archive.Length);
            damaged[first] = value;
            byte[] cut = damaged[..((first * 7) % archive.Length)];
            File.WriteAllBytes(Path.Combine(Source, "a.zip"), damaged);
            File.WriteAllBytes(Path.Combine(Source, "b.zip"), cut);
            return RomImport.Run(Source, Store).Games.Count == 0;
        }).QuickCheckThrowOnFailure();
        Assert.False(Directory.Exists(Store.Folder));
    }

    [Fact]
    public void Random_files_are_no_ROMs()
    {
        Directory.CreateDirectory(Source);
        Rng rng = new(1);
        for (int i = 0; i < 20; i++)
        {
            byte[] bytes = [.. Enumerable.Range(0, 100 * i).Select(_ => (byte)rng.Integers(0, 256))];
            byte[] start = i % 2 == 0 ? [] : "PK\x03\x04"u8.ToArray();
            File.WriteAllBytes(Path.Combine(Source, $"{i}.bin"), [.. start, .. bytes]);
        }

        Assert.Empty(RomImport.Run(Source, Store).Games);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error() =>
        Assert.Throws<FileNotFoundException>(() => RomImport.Run(Path.Combine(folder, "nowhere"), Store));

    [Fact]
    public void A_store_that_is_a_file_is_an_error_and_leaves_nothing()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "x");
        RomStore store = new(Path.Combine(file, "roms"));
        Assert.ThrowsAny<IOException>(() => store.Write(GameTable.Find("breakout")!, new byte[2048]));
        Assert.Equal("x", File.ReadAllText(file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 19) + 1)]
    public void A_file_of_impossible_size_is_no_ROM(int size)
    {
        string file = Path.Combine(folder, "rom.bin");
        File.WriteAllBytes(file, new byte[size]);
        Assert.Throws<FormatException>(() => RomFile.Read(file));
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
