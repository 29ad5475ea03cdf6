using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Tests;

// The recordings were printed by C programs compiled against each release.
public sealed class LayoutTests
{
    private static readonly JsonNode Offsets = GoldenData.Load("mujoco/abi_offsets");

    public static TheoryData<string> Releases => [.. Offsets["releases"]!.AsObject().Select(release => release.Key)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Offsets_are_those_of_the_C_compiler(string release)
    {
        string[] columns = [.. Offsets["columns"]!.AsArray().Select(name => name!.GetValue<string>())];
        int[] values = [.. Offsets["releases"]![release]!.AsArray().Select(value => value!.GetValue<int>())];
        NativeLayout layout = NativeLayout.Find(values[0])!;
        Assert.Equal(release, layout.Release);
        for (int i = 1; i < columns.Length; i++)
        {
            Assert.Equal((columns[i], values[i]), (columns[i], Value(layout, columns[i])));
        }
    }

    [Fact]
    public void Every_release_of_the_recordings_is_known() => Assert.Equal(
        Offsets["releases"]!.AsObject().Select(release => release.Key).Order(), NativeLayout.Releases.Order());

    [Theory]
    [InlineData("2.2.2", 222)]
    [InlineData("3.12.0", 3012000)]
    public void Every_member_is_where_the_C_compiler_puts_it(string release, int version)
    {
        NativeLayout layout = NativeLayout.Find(version)!;
        JsonNode recording = GoldenData.Load($"mujoco/abi_{release}");
        Dictionary<string, int> constants = Constants(recording);
        JsonObject structs = recording["structs"]!.AsObject();
        foreach ((string name, JsonNode? recorded) in structs.Where(entry => Has(layout, entry.Key)))
        {
            Assert.Equal(recorded!["size"]!.GetValue<int>(), layout[name].Size);
            Assert.All(recorded["fields"]!.AsArray(), field => CheckMember(layout[name], field!, constants));
        }
    }

    private static void CheckMember(NativeStruct layout, JsonNode field, Dictionary<string, int> constants)
    {
        string name = field["name"]!.GetValue<string>();
        if (layout.Find(name) is not { } member)
        {
            Assert.Contains(layout.Members, inner => inner.Name.StartsWith(name + ".", StringComparison.Ordinal));
            return;
        }

        Assert.Equal((name, field["offset"]!.GetValue<int>()), (name, member.Offset));
        if (field["shape"] is JsonArray shape)
        {
            string expected = Shape(shape[0]!.GetValue<string>(), shape[1]!.GetValue<string>(), constants);
            Assert.Equal((name, expected), (name, Shape(member.Rows, member.Columns, constants)));
        }
    }

    // Constants count as their numbers, and products in any order are the same.
    private static string Shape(string rows, string columns, Dictionary<string, int> constants)
    {
        int number = 1;
        List<string> names = [];
        foreach (string factor in $"{rows}*{columns}".Split('*', StringSplitOptions.TrimEntries))
        {
            if (constants.TryGetValue(factor, out int value) || int.TryParse(factor, out value))
            {
                number *= value;
            }
            else
            {
                names.Add(factor);
            }
        }

        return $"{number} {string.Join(' ', names.Order(StringComparer.Ordinal))}";
    }

    private static Dictionary<string, int> Constants(JsonNode recording) => recording["enums"]!.AsObject()
        .Select(enumeration => enumeration.Value!)
        .Append(recording["defines"]!)
        .SelectMany(group => group.AsObject())
        .Where(constant => constant.Key.StartsWith("mjN", StringComparison.Ordinal))
        .ToDictionary(constant => constant.Key, constant => constant.Value!.GetValue<int>(), StringComparer.Ordinal);

    private static bool Has(NativeLayout layout, string name)
    {
        try
        {
            return layout[name].Size > 0;
        }
        catch (MujocoException)
        {
            return false;
        }
    }

    private static int Value(NativeLayout layout, string column)
    {
        string[] words = column.Split(' ');
        return words is ["sizeof", string whole]
            ? whole.Contains('.', StringComparison.Ordinal) ? Width(Member(layout, whole)) : layout[whole].Size
            : Member(layout, column).Offset;
    }

    private static int Width(NativeMember member) => member.Type == "long" ? 8 : 4;

    // mjModel.opt.timestep: a member of a member has the sum of the offsets.
    private static NativeMember Member(NativeLayout layout, string path)
    {
        string[] names = path.Split('.', 3);
        NativeMember member = layout[names[0]][names[1]];
        return names.Length == 2
            ? member
            : layout[member.Type][names[2]] with { Offset = member.Offset + layout[member.Type][names[2]].Offset };
    }
}
