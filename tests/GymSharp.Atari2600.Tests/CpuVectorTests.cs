using System.IO.Compression;
using System.Text.Json;
using GymSharp.Golden;

namespace GymSharp.Atari2600;

/// <summary>Single instructions against what the reference emulator makes of them.</summary>
public sealed class CpuVectorTests
{
    // Registers are pc, s, a, x, y, p. Worked out by hand from the processor's documentation.
    private static readonly (string Before, string After)[] ByHand =
    [
        ("{'name':'adc decimal','i':[512,255,25,0,0,40],'ri':[[512,105],[513,72]]}",
            "{'f':[514,255,103,0,0,56],'c':[[512,105,'r'],[513,72,'r']],'n':2,'jam':false}"),
        ("{'name':'sbc decimal','i':[512,255,66,0,0,41],'ri':[[512,233],[513,19]]}",
            "{'f':[514,255,41,0,0,57],'c':[[512,233,'r'],[513,19,'r']],'n':2,'jam':false}"),
        ("{'name':'lax abs','i':[512,255,0,0,0,32],'ri':[[512,175],[513,0],[514,3],[768,130]]}",
            "{'f':[515,255,130,130,0,176],'c':[[512,175,'r'],[513,0,'r'],[514,3,'r'],[768,130,'r']],'n':4,'jam':false}"),
        ("{'name':'bne over a page','i':[765,255,0,0,0,32],'ri':[[765,208],[766,16]]}",
            "{'f':[783,255,0,0,0,48],'c':[[765,208,'r'],[766,16,'r']],'n':4,'jam':false}"),
        ("{'name':'bne in the page','i':[765,255,0,0,0,32],'ri':[[765,208],[766,240]]}",
            "{'f':[751,255,0,0,0,48],'c':[[765,208,'r'],[766,240,'r']],'n':3,'jam':false}"),
        ("{'name':'jam','i':[512,255,0,0,0,32],'ri':[[512,2]]}",
            "{'f':[513,255,0,0,0,48],'c':[[512,2,'r']],'n':2,'jam':true}"),
    ];

    private static readonly string Folder = Path.Combine(GoldenData.Root, "ale", "cpu");

    public static TheoryData<string> Sets => Directory.Exists(Folder) ? ["by hand", "recorded"] : ["by hand"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_instruction_does_what_the_reference_does(string set)
    {
        List<string> wrong = [];
        int count = 0;
        foreach ((JsonElement before, JsonElement after) in set == "recorded" ? Recorded() : Written())
        {
            count++;
            string? difference = Compare(before, after);
            if (difference is not null)
            {
                wrong.Add($"{before.GetProperty("name").GetString()}: {difference}");
            }
        }

        Assert.Equal(set == "recorded" ? 12800 : ByHand.Length, count);
        Assert.True(wrong.Count == 0, $"{wrong.Count} differ:\n" + string.Join('\n', wrong.Take(40)));
    }

    private static IEnumerable<(JsonElement Before, JsonElement After)> Recorded() =>
        Lines(Folder, "vectors").Zip(Lines(Folder, "ale_vectors"));

    private static IEnumerable<(JsonElement Before, JsonElement After)> Written() =>
        ByHand.Select(pair => (Json(pair.Before), Json(pair.After)));

    private static JsonElement Json(string text) =>
        JsonSerializer.Deserialize<JsonElement>(text.Replace('\'', '"'));

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
