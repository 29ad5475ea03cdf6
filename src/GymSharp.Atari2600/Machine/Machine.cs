namespace GymSharp.Atari2600;

/// <summary>The chips, wired together.</summary>
internal sealed partial class Machine : Cpu6507
{
    private const int InstructionLimit = 25000;
    private readonly AddressMap map;
    private readonly RoutineStore? routines;
    private readonly Cartridge cartridge;
    private readonly bool losesColor;
    private readonly int longestFrame;
    private readonly MersenneTwister twister;
    private FrameState frame;

    /// <summary>Wires a console.</summary>
    /// <param name="cartridge">The cartridge.</param>
    /// <param name="options">Format and height decided.</param>
    /// <param name="twister">Where the power-on state comes from.</param>
    /// <param name="routineStore">Compiled code; null executes every instruction on its own.</param>
    public Machine(Cartridge cartridge, ConsoleOptions options, MersenneTwister twister, RoutineStore? routineStore)
    {
        this.cartridge = cartridge;
        this.twister = twister;
        map = cartridge.Map;
        Bytes = map.Memory;
        routines = cartridge.WatchesConsole ? null : routineStore;
        losesColor = options.Format == TelevisionFormat.Pal;
        longestFrame = ((losesColor ? 342 : 290) + 1) * Tia.LineClocks;
        Video = new(options.YStart, options.Height, options.HmoveBlanks);
        Controls = new(options);
        cartridge.Clock = () => Cycles;
    }

    /// <summary>Where the power-on state comes from.</summary>
    public MersenneTwister Twister => twister;

    /// <summary>The console's memory, the image and the cartridge's RAM.</summary>
    public readonly byte[] Bytes;

    /// <summary>Whether compiled code has to stop: the frame has ended, or other code is in its place.</summary>
    public bool Leaving;

    /// <summary>Called before each instruction; nothing is compiled while it is set. For tests.</summary>
    public Action? Tracer { get; set; }

    /// <summary>The picture.</summary>
    public Tia Video { get; }

    /// <summary>The timer.</summary>
    public Riot Timer { get; } = new();

    /// <summary>What the player touches.</summary>
    public Controls Controls { get; }

    /// <summary>The sound.</summary>
    public Sound Sound { get; } = new();

    /// <summary>The console's own memory.</summary>
    public Span<byte> Ram => Bytes.AsSpan(0, AddressMap.RamSize);

    /// <summary>Clocks since the start of the frame's line 0.</summary>
    public int Clock => (3 * Cycles) + frame.Origin;

    /// <summary>Whether the last call ended before the frame did.</summary>
    public bool IsMidFrame => frame.IsPartial;

    /// <summary>The system reset.</summary>
    public void Reset()
    {
        int timer = 25 + (int)(twister.Next() % 75);
        frame = new() { SyncDone = int.MaxValue };
        Cycles = 0;
        Timer.Reset(timer);
        Video.Reset();
        Controls.Reset();
        Sound.Reset();
        cartridge.Reset(twister);
        ResetCpu();
    }

    /// <summary>Runs to the end of a frame, or as far as one call goes.</summary>
    public FrameResult RunFrame()
    {
        if (!frame.IsPartial)
        {
            StartFrame();
        }

        int instructions = Execute(InstructionLimit);
        frame.IsPartial = !frame.HasEnded;
        if (!frame.IsPartial)
        {
            Video.EndFrame(Clock);
        }
        else if (instructions > 0)
        {
            Video.FadeRest(Clock);
        }

        return new(frame.IsPartial, instructions, Cycles, Clock / Tia.LineClocks);
    }

    /// <summary>Saves or loads everything but the frames and the inputs.</summary>
    public void Sync(StateWalker state)
    {
        state.Walk(ref A);
        state.Walk(ref X);
        state.Walk(ref Y);
        state.Walk(ref Sp);
        state.Walk(ref Pc);
        int flags = P;
        state.Walk(ref flags);
        P = flags;
        state.Walk(ref Cycles);
        state.Walk(ref Jammed);
        state.Walk(ref frame);
        state.Walk(Ram);
        Video.Sync(state);
        Timer.Sync(state);
        Controls.Sync(state);
        Sound.Sync(state);
        cartridge.Sync(state);
    }

    private int Execute(int limit)
    {
        int done = 0;
        bool jumped = true;
        RoutineStore.Table? table = Tracer is null ? routines?.For(cartridge.Configuration) : null;
        while (!frame.HasEnded && !Jammed && done < limit)
        {
            int executed = table?.At(Pc)?.Invoke(this, limit - done) ?? 0;
            if (executed == 0)
            {
                if (jumped)
                {
                    table?.Visit(Pc, map);
                }

                Tracer?.Invoke();
                int before = Pc;
                Step();
                executed = 1;
                jumped = (uint)(Pc - before - 1) > 2;
            }
            else
            {
                jumped = true;
            }

            done += executed;
            if (Leaving)
            {
                Leaving = false;
                table = Tracer is null ? routines?.For(cartridge.Configuration) : null;
            }
        }

        return done;
    }

    private void StartFrame()
    {
        int clock = Clock;
        int lines = clock / Tia.LineClocks;
        int shift = lines * Tia.LineClocks;
        frame.Origin = clock - shift;
        frame.HasEnded = false;
        frame.SyncDone -= frame.SyncDone == int.MaxValue ? 0 : shift;
        Timer.StartFrame(Cycles);
        Controls.StartFrame(Cycles);
        cartridge.StartFrame(Cycles);
        Video.StartFrame(shift, losesColor && (lines & 1) != 0);
        Cycles = 0;
    }

    private struct FrameState
    {
        public int Origin;
        public int SyncDone;
        public bool HasEnded;
        public bool IsPartial;
    }
}
