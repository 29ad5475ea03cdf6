using System.IO.Compression;
using System.Text.Json;
using GymSharp.Golden;

namespace GymSharp.Atari2600;

/// <summary>Single instructions against what the reference emulator makes of them.</summary>
public sealed class CpuVectorTests
{
    [Fact]
    public void Every_instruction_does_what_the_reference_does()
    {
        string folder = Path.Combine(GoldenData.Root, "ale", "cpu");
        Assert.SkipUnless(Directory.Exists(folder), "The vectors are not in the repository.");
        List<string> wrong = [];
        int count = 0;
        foreach ((JsonElement before, JsonElement after) in Lines(folder, "vectors").Zip(Lines(folder, "ale_vectors")))
        {
            count++;
            string? difference = Compare(before, after);
            if (difference is not null)
            {
                wrong.Add($"{before.GetProperty("name").GetString()}: {difference}");
            }
        }

        Assert.Equal(12800, count);
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ:\n" + string.Join('\n', wrong.Take(40)));
    }

    private static string? Compare(JsonElement before, JsonElement after)
    {
        FlatCpu cpu = new();
        int[] start = Numbers(before.GetProperty("i"));
        (cpu.Pc, cpu.Sp, cpu.A, cpu.X, cpu.Y, cpu.P) = (start[0], start[1], start[2], start[3], start[4], start[5]);
        foreach (JsonElement cell in before.GetProperty("ri").EnumerateArray())
        {
            cpu.Memory[cell[0].GetInt32()] = cell[1].GetByte();
        }

        cpu.Step();
        string registers = string.Join(',', [cpu.Pc, cpu.Sp, cpu.A, cpu.X, cpu.Y, cpu.P]);
        string expected = string.Join(',', Numbers(after.GetProperty("f")));
        if (registers != expected)
        {
            return $"registers {registers}, not {expected}; before {string.Join(',', start)}";
        }

        string accesses = string.Join(' ', cpu.Accesses);
        string wanted = string.Join(
            ' ', after.GetProperty("c").EnumerateArray().Select(c => $"{c[0]}:{c[1]}{c[2].GetString()}"));
        return accesses != wanted ? $"accesses {accesses}, not {wanted}"
            : cpu.Cycles != after.GetProperty("n").GetInt32() ? $"{cpu.Cycles} cycles"
            : cpu.Jammed != after.GetProperty("jam").GetBoolean() ? "jam"
            : null;
    }

    private static int[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetInt32())];

    private static IEnumerable<JsonElement> Lines(string folder, string name)
    {
        using StreamReader reader = new(
            new GZipStream(File.OpenRead(Path.Combine(folder, name + ".jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is string line)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
