using System.IO.Compression;
using GymSharp.Atari2600.Assembly;
using GymSharp.Golden;

namespace GymSharp.Atari2600.Tests.Assembly;

/// <summary>Every source of the test cartridges gives the image that dasm made of it.</summary>
public sealed class AssemblerGoldenTests
{
    private static readonly string Folder = Path.Combine(GoldenData.Root, "ale", "roms");

    public static TheoryData<string> Sources =>
        [.. Directory.EnumerateFiles(Folder, "*.asm").Select(file => Path.GetFileNameWithoutExtension(file)!).Order()];

    [Theory]
    [MemberData(nameof(Sources))]
    public void It_assembles_what_dasm_assembles(string name)
    {
        AssembledProgram program = Assembler.Assemble($"{name}.asm", Read);
        Assert.Equal(ReadImage(Path.Combine(Folder, $"{name}.bin")), program.Image);
    }

    private static byte[] ReadImage(string path)
    {
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        using GZipStream packed = new(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using MemoryStream image = new();
        packed.CopyTo(image);
        return image.ToArray();
    }

    private static string? Read(string file)
    {
        string path = Path.Combine(Folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
