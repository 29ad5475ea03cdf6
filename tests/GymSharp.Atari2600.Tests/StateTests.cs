using FsCheck;
using FsCheck.Fluent;
using GymSharp.Golden;

namespace GymSharp.Atari2600;

public sealed class StateTests
{
    private static readonly string[] Roms =
        ["bs_e7", "bs_dpc", "bs_3e", "bs_f6sc", "tia_fuzz", "g_shooter", "starfield", "partial", "bs_cv"];

    [Fact]
    public void A_restored_console_goes_on_as_the_saved_one_did() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(12),
        Prop.ForAll(
            Gen.Choose(0, Roms.Length - 1).Two().ToArbitrary(),
            Gen.Choose(0, 80).Two().ToArbitrary(),
            (rom, frames) => Continues(Roms[rom.Item1], frames.Item1, frames.Item2)));

    [Fact]
    public void A_damaged_or_foreign_state_is_refused_and_changes_nothing()
    {
        AtariConsole console = Console("g_duel");
        Frames(console, 5);
        byte[] saved = console.Save();
        byte[] damaged = [.. saved];
        damaged[saved.Length / 2] ^= 1;
        string before = Frames(console, 3);
        byte[] present = console.Save();
        Assert.Throws<FormatException>(() => console.Restore(damaged));
        Assert.Throws<FormatException>(() => console.Restore(saved.AsSpan(0, 20)));
        Assert.Throws<FormatException>(() => console.Restore(Console("g_shooter").Save()));
        Assert.Equal(present, console.Save());
        console.Restore(saved);
        Assert.Equal(before, Frames(console, 3));
    }

    private static bool Continues(string rom, int before, int after)
    {
        AtariConsole saved = Console(rom);
        AtariConsole other = Console(rom);
        Frames(saved, before + 1);
        byte[] state = saved.Save();
        Frames(other, after);
        other.Restore(state);

        // The two frame buffers are no part of a state: what short frames leave of them may differ.
        return Rams(saved) == Rams(other) && saved.Save().AsSpan().SequenceEqual(other.Save());
    }

    private static string Rams(AtariConsole console)
    {
        List<string> rows = [];
        for (int i = 0; i < 20; i++)
        {
            FrameResult result = console.RunFrame();
            rows.Add($"{result} {CoreRun.Hash(console.Ram)} {console.Positions} {console.Collisions} {console.Registers}");
        }

        return string.Join('\n', rows);
    }

    private static string Frames(AtariConsole console, int count) => string.Join(
        '\n', Enumerable.Range(0, count).Select(i => CoreRun.Row(i, console, console.RunFrame())));

    private static AtariConsole Console(string rom) => new(
        File.ReadAllBytes(Path.Combine(GoldenData.RepositoryRoot, "ale", "roms", rom + ".bin")));
}
