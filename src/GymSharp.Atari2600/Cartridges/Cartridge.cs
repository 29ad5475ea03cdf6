namespace GymSharp.Atari2600;

/// <summary>
/// A cartridge: its image, its RAM if it has any, and how it shows more than 4 KB through a 4 KB window.
/// </summary>
/// <param name="image">The bytes of the ROM.</param>
/// <param name="ramSize">Bytes of RAM.</param>
internal abstract class Cartridge(byte[] image, int ramSize = 0)
{
    /// <summary>The first of the 4 KB the cartridge answers at.</summary>
    protected const int Window = 0x1000;

    /// <summary>What is where.</summary>
    public AddressMap Map { get; } = new(image, ramSize);

    /// <summary>Whether the cartridge looks at accesses outside its own addresses.</summary>
    public virtual bool WatchesConsole => false;

    /// <summary>A number for what is switched in now: equal numbers mean the same bytes everywhere.</summary>
    public abstract int Configuration { get; }

    /// <summary>Set when other bytes were switched in.</summary>
    protected bool Switched { get; set; }

    /// <summary>Tells the present cycle of the frame.</summary>
    public Func<int> Clock { get; set; } = () => 0;

    /// <summary>The reset: RAM filled at random, the first bank in.</summary>
    /// <param name="twister">Where the console's power-on state comes from.</param>
    public virtual void Reset(MersenneTwister twister)
    {
        foreach (ref byte value in Map.CartridgeRam)
        {
            value = (byte)twister.Next();
        }
    }

    /// <summary>A read of an address that is not plain memory.</summary>
    /// <param name="address">Fourteen bits.</param>
    public abstract int Read(int address);

    /// <summary>A write to an address that is not plain memory.</summary>
    /// <param name="address">Fourteen bits.</param>
    /// <param name="value">The byte.</param>
    public abstract void Write(int address, int value);

    /// <summary>A read outside the window; an answer keeps the console's chips from theirs.</summary>
    public virtual int? ReadConsole(int address) => null;

    /// <summary>A write outside the window, before it reaches the chips.</summary>
    public virtual void WriteConsole(int address, int value)
    {
    }

    /// <summary>Whether other bytes were switched in since this was last asked.</summary>
    public bool TakeSwitched()
    {
        bool switched = Switched;
        Switched = false;
        return switched;
    }

    /// <summary>The cycle count started again.</summary>
    public virtual void StartFrame(int shift)
    {
    }

    /// <summary>Saves or loads.</summary>
    public virtual void Sync(StateWalker walker) => walker.Walk(Map.CartridgeRam);

    /// <summary>Reads the image.</summary>
    /// <param name="place">Index of the byte.</param>
    protected int ImageByte(int place) => Map.Memory[AddressMap.ImageStart + place];
}
