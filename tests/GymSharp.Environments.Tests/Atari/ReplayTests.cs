using System.Globalization;
using System.Text.Json;
using GymSharp.Environments.Atari.Replay;

namespace GymSharp.Environments.Atari;

/// <summary>The environment layer against recorded runs, row by row.</summary>
public sealed class ReplayTests
{
    private const string Acts = "op,a,b,strength_a,strength_b\nreset,-1,-1,0,0\nact,1,18,1,0\nact,3,18,1,0\nact,4,18,1,0\n"
        + "act,3,18,1,0\nact,4,18,1,0\nact,1,18,1,0\nact,3,18,1,0\nact,4,18,1,0\nact,3,18,1,0\nact,11,18,1,0\n";

    public static TheoryData<string> Runs => [.. AleGolden.EnvRuns];

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_recorded_run_is_reproduced(string run)
    {
        using JsonDocument description = JsonDocument.Parse(AleGolden.Text($"env/{run}/run.json"));
        string recorded = AleGolden.Text($"env/{run}/rows.csv");
        byte[] rom = AleGolden.Bytes("roms/" + description.RootElement.GetProperty("rom").GetString());
        StringWriter output = new(CultureInfo.InvariantCulture);
        EnvReplay replay = new(description.RootElement, rom);
        replay.Write(new StringReader(recorded), output);
        string[] expected = recorded.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] seen = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length, seen.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], seen[i]);
        }
    }

    [Fact]
    public void What_a_description_has_null_or_lacks_is_the_default()
    {
        string told = Played(
            """{"random_seed": 0, "repeat_action_probability": 0.25, "frame_skip": 1, "reward_min": -2147483648.0}""", Acts);
        Assert.Equal(told, Played("{}", Acts));
        Assert.Equal(
            told, Played("""{"random_seed": null, "repeat_action_probability": null, "frame_skip": null}""", Acts));
        Assert.NotEqual(told, Played("""{"random_seed": 7}""", Acts));
    }

    [Fact]
    public void A_seed_may_be_written_with_or_without_a_sign() => Assert.Equal(
        Played("""{"random_seed": -1625411987}""", Acts), Played("""{"random_seed": 2669555309}""", Acts));

    [Fact]
    public void Blank_lines_count_for_nothing_and_columns_of_one_player_may_be_left_out()
    {
        string whole = Played("{}", Acts);
        Assert.Equal(whole, Played("{}", Acts.Replace("\n", "\n\n", StringComparison.Ordinal)));
        string[] narrow = [.. Acts.Split('\n').Select(line => string.Join(',', line.Split(',').Take(2)))];
        Assert.Equal(
            whole.Split('\n')[2..], Played("{}", string.Join('\n', narrow)).Split('\n')[2..]);
    }

    [Fact]
    public void What_was_seen_may_be_missing_from_the_rows()
    {
        string whole = Played("{}", Acts);
        Assert.Equal(whole, Played("{}", Acts.Replace("strength_b\n", "strength_b,reward,lives\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("setram", "There is no such operation. Expected act, reset, setram:INDEX:VALUE")]
    [InlineData("setram:200:5", "'200' is no whole number from 0 to 127")]
    [InlineData("setram:5:300", "'300' is no whole number from 0 to 255")]
    [InlineData("clone:A", "There is no such operation")]
    [InlineData("restore:A", "No row before it clones 'A'")]
    [InlineData("pressselect:2000000000", "from 0 to 1000000")]
    [InlineData("fly", "There is no such operation")]
    public void A_row_that_is_not_understood_is_told_with_its_number(string operation, string hint)
    {
        FormatException error = Assert.Throws<FormatException>(
            () => Played("{}", $"op,a,b,strength_a,strength_b\nreset,-1,-1,0,0\n{operation},-1,-1,0,0\n"));
        Assert.StartsWith($"Row 1, '{operation},", error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("act,0,18,nan,0", "is no finite number")]
    [InlineData("act,0,18,1", "Row 1 has 4 values where the first line names 5 columns")]
    [InlineData("act,x,18,1,0", "'x' is no whole number")]
    public void A_damaged_act_is_told(string row, string hint) => Assert.Contains(
        hint,
        Assert.Throws<FormatException>(
            () => Played("{}", $"op,a,b,strength_a,strength_b\nreset,-1,-1,0,0\n{row}\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_definition_that_divides_by_zero_or_begins_with_no_action_is_told()
    {
        const string Rules = """ "rules": {"state_after_reset": {}, "next_state": {}, "terminal": 0, "lives": 1, "reward": """;
        const string Divides = """{"rom": "x", """ + Rules + """["/", 1, 0]}}""";
        FormatException error = Assert.Throws<FormatException>(
            () => Played("{}", "op,a\nreset,-1\nact,0\n", Divides));
        Assert.Contains("the rules of x divide by zero", error.Message, StringComparison.Ordinal);
        const string Begins = """{"rom": "x", "starting_actions": [99], """ + Rules + "0}}";
        Assert.Contains(
            "99 is no action that begins a game",
            Assert.Throws<FormatException>(() => Played("{}", "op,a\n", Begins)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_the_console_need_no_order()
    {
        string sorted = Frames("""[2, "J0Fire", 1], [2, "J0Left", 1], [5, "J0Fire", 0]""");
        Assert.Equal(sorted, Frames("""[5, "J0Fire", 0], [2, "J0Fire", 1], [2, "J0Left", 1]"""));
        Assert.NotEqual(sorted, Frames("""[5, "J0Left", 0]"""));
    }

    private static string Played(string settings, string rows, string definition = "null")
    {
        using JsonDocument description = JsonDocument.Parse(
            $$"""{"properties_given": {}, "settings": {{settings}}, "definition": {{definition}}}""");
        StringWriter output = new(CultureInfo.InvariantCulture);
        new EnvReplay(description.RootElement, AleGolden.Bytes("roms/joystick.bin")).Write(new StringReader(rows), output);
        return output.ToString();
    }

    private static string Frames(string inputs)
    {
        using JsonDocument description = JsonDocument.Parse(
            $$"""{"properties_given": {}, "frames": 12, "inputs": [{{inputs}}]}""");
        StringWriter output = new(CultureInfo.InvariantCulture);
        CoreReplay.Write(description.RootElement, AleGolden.Bytes("roms/joystick.bin"), output);
        return output.ToString();
    }
}
