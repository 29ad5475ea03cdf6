namespace GymSharp.Atari2600;

/// <summary>Joysticks, paddles and console switches, as the program's ports read them.</summary>
internal sealed class Controls
{
    private const int ColorBit = 0x08;
    private const int LeftBit = 0x40;
    private const int RightBit = 0x80;
    private readonly int[] inputs = new int[(int)ConsoleInput.BlackWhite + 1];
    private readonly ConsoleOptions options;
    private State state;

    /// <summary>Plugs the controllers in.</summary>
    public Controls(ConsoleOptions options)
    {
        this.options = options;
        state.Switches = 0x37 | (options.BlackAndWhite ? 0 : ColorBit)
            | (options.LeftDifficultyA ? LeftBit : 0) | (options.RightDifficultyA ? RightBit : 0);
    }

    /// <summary>Sets an input.</summary>
    public void Set(ConsoleInput input, int value) => inputs[(int)input] = value;

    /// <summary>All inputs 0.</summary>
    public void Clear() => Array.Clear(inputs);

    /// <summary>The reset: capacitors free to charge.</summary>
    public void Reset()
    {
        state.Dumped = false;
        state.Released = 0;
        state.Direction = 0;
    }

    /// <summary>The cycle count started again.</summary>
    public void StartFrame(int shift) => state.Released -= shift;

    /// <summary>VBLANK bit 7: the paddles' capacitors are shorted to ground.</summary>
    public void Dump(bool dump, int cycles)
    {
        if (state.Dumped && !dump)
        {
            state.Released = cycles;
        }

        state.Dumped = dump;
    }

    /// <summary>Writes a port register: only the direction of port A is kept.</summary>
    public void Write(int register, int value)
    {
        if (register == 1)
        {
            state.Direction = value;
        }
    }

    /// <summary>Reads SWCHA, SWACNT, SWCHB or SWBCNT.</summary>
    public int Read(int register) => register switch
    {
        0 => (Sticks(left: true) << 4) | Sticks(left: false),
        1 => state.Direction,
        2 => ReadSwitches(),
        _ => 0,
    };

    /// <summary>INPT0 to INPT3: whether a paddle's capacitor has charged.</summary>
    public bool IsCharged(int index, int cycles)
    {
        bool left = index < 2;
        if (Controller(left) != ControllerType.Paddles)
        {
            return false;
        }

        int resistance = inputs[(int)ConsoleInput.P0Res + Paddle(left, index & 1)];

        // Unsigned in the reference: what should have been full before this frame stays empty in it.
        return resistance == 0
            || (!state.Dumped && (uint)cycles > (uint)(state.Released + ChargeCycles(resistance)));
    }

    /// <summary>INPT4 and INPT5: whether the button is up.</summary>
    public bool IsButtonUp(int index) => Controller(index == 0) == ControllerType.Paddles
        || Input(Stick(index == 0), ConsoleInput.J0Fire) == 0;

    /// <summary>Saves or loads all but the inputs.</summary>
    public void Sync(StateWalker walker) => walker.Walk(ref state);

    // The comparator sees the capacitor full after this time: 0.01 microfarads through the paddle.
    private static int ChargeCycles(int resistance) => (int)(1.6 * resistance * 0.01e-6 * 1.19e6);

    private ControllerType Controller(bool left) =>
        left != options.SwapPorts ? options.LeftController : options.RightController;

    private bool Stick(bool left) => left != options.SwapPorts;

    private int Paddle(bool left, int index) => (Stick(left) ? 0 : 2) + (options.SwapPaddles ? 1 - index : index);

    private int Input(bool first, ConsoleInput input) =>
        inputs[(int)input + (first ? 0 : ConsoleInput.J1Up - ConsoleInput.J0Up)];

    // Four bits, 0 is pressed: right, left, down, up; or the two paddle buttons in the upper ones.
    private int Sticks(bool left)
    {
        if (Controller(left) == ControllerType.Paddles)
        {
            int first = inputs[(int)ConsoleInput.P0Fire + Paddle(left, 0)];
            int second = inputs[(int)ConsoleInput.P0Fire + Paddle(left, 1)];
            return 0xF ^ (first != 0 ? 8 : 0) ^ (second != 0 ? 4 : 0);
        }

        bool stick = Stick(left);
        return 0xF ^ (Input(stick, ConsoleInput.J0Right) != 0 ? 8 : 0)
            ^ (Input(stick, ConsoleInput.J0Left) != 0 ? 4 : 0)
            ^ (Input(stick, ConsoleInput.J0Down) != 0 ? 2 : 0)
            ^ (Input(stick, ConsoleInput.J0Up) != 0 ? 1 : 0);
    }

    private int ReadSwitches()
    {
        Flip(ConsoleInput.Color, ConsoleInput.BlackWhite, ColorBit);
        Flip(ConsoleInput.LeftDiffA, ConsoleInput.LeftDiffB, LeftBit);
        Flip(ConsoleInput.RightDiffA, ConsoleInput.RightDiffB, RightBit);
        int pressed = (inputs[(int)ConsoleInput.Reset] != 0 ? 1 : 0) | (inputs[(int)ConsoleInput.Select] != 0 ? 2 : 0);
        return state.Switches & ~pressed;
    }

    private void Flip(ConsoleInput on, ConsoleInput off, int bit)
    {
        if (inputs[(int)on] != 0)
        {
            state.Switches |= bit;
        }
        else if (inputs[(int)off] != 0)
        {
            state.Switches &= ~bit;
        }
    }

    private struct State
    {
        public int Switches;
        public int Direction;
        public int Released;
        public bool Dumped;
    }
}
