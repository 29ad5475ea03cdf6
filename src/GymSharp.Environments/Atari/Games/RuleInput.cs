namespace GymSharp.Environments.Atari.Games;

/// <summary>What the expressions of a game's rules may look at.</summary>
internal sealed class RuleInput
{
    /// <summary>Bytes of RAM in the console.</summary>
    public const int RamSize = 128;

    /// <summary>Makes an input for rules with a number of variables.</summary>
    public RuleInput(int variables)
    {
        Previous = new int[variables];
        Next = new int[variables];
    }

    /// <summary>The console's RAM after the frame, $80 first.</summary>
    public byte[] Ram { get; } = new byte[RamSize];

    /// <summary>Reads the address space; needed for the one game that keeps its score in the cartridge.</summary>
    public Func<ushort, byte>? ReadMapped { get; set; }

    /// <summary>The variables before the frame.</summary>
    public int[] Previous { get; private set; }

    /// <summary>The variables after the frame, as far as they are computed.</summary>
    public int[] Next { get; private set; }

    /// <summary>The byte that a sum or a test over bytes has come to.</summary>
    public int Element { get; set; }

    /// <summary>The mode that the game is being put into.</summary>
    public int Mode { get; set; }

    /// <summary>Values noted on the way into a mode.</summary>
    public int Noted { get; set; }

    /// <summary>The next number of the environment's generator.</summary>
    public Func<uint>? NextRandom { get; set; }

    /// <summary>Makes the variables after the frame those before the next.</summary>
    public void Advance()
    {
        (Previous, Next) = (Next, Previous);
        Previous.CopyTo(Next, 0);
    }
}
