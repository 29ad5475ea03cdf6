using GymSharp.Atari2600;
using GymSharp.Atari2600.Assembly;
using GymSharp.Environments.Atari;
using GymSharp.Environments.Atari.Heuristics;
using GymSharp.Environments.Atari.Roms;

namespace GymSharp.Environments.Tests.Atari;

/// <summary>Plays one of our cartridges on a bare console and watches what it does.</summary>
internal sealed class CartridgePlayer
{
    private readonly AssembledProgram program;

    public CartridgePlayer(string game)
    {
        Game = game;
        program = OwnCartridges.Assemble(game);
        Console = new AtariConsole(program.Image);
    }

    public string Game { get; }

    public AtariConsole Console { get; }

    /// <summary>Lines of every frame played so far.</summary>
    public HashSet<int> Lines { get; } = [];

    /// <summary>States the game was in.</summary>
    public HashSet<int> States { get; } = [];

    public int Score => Decimal(Console.Ram[4]) + 100 * Decimal(Console.Ram[3]) + 10_000 * Decimal(Console.Ram[2]);

    public int this[string name, int offset = 0]
    {
        get => Console.Ram[program.Symbols[name] - 0x80 + offset];
        set => Console.WriteRam(program.Symbols[name] - 0x80 + offset, (byte)value);
    }

    public void StartGame()
    {
        Frame(AtariAction.Noop);
        Frame(AtariAction.Noop);
        Lines.Clear();
        PressReset();
    }

    public void PressReset()
    {
        Console.Set(ConsoleInput.Reset, 1);
        Frame(AtariAction.Noop);
        Console.Set(ConsoleInput.Reset, 0);
    }

    public void Play(Func<AtariAction> choose, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            Frame(choose());
        }
    }

    public void Play(AtariAction action, int frames) => Play(() => action, frames);

    public void PlayByHeuristic(int frames)
    {
        IMemoryHeuristic heuristic = MemoryHeuristics.Find(Game)!;
        Play(() => heuristic.Choose(Console.Ram), frames);
    }

    private void Frame(AtariAction action)
    {
        Console.Set(ConsoleInput.J0Left, action.IsLeft() ? 1 : 0);
        Console.Set(ConsoleInput.J0Right, action.IsRight() ? 1 : 0);
        Console.Set(ConsoleInput.J0Fire, action.IsFire() ? 1 : 0);
        FrameResult result = Console.RunFrame();
        Lines.Add(result.Scanlines);
        States.Add(this["state"]);
    }

    private static int Decimal(byte two) => 10 * (two >> 4) + (two & 15);
}
