namespace GymSharp.Atari2600;

/// <summary>What the schemes share that switch parts of the window on their own.</summary>
/// <param name="image">The bytes of the ROM.</param>
/// <param name="ramSize">Bytes of RAM.</param>
/// <param name="parts">How many parts are switched.</param>
internal abstract class SlicedCartridge(byte[] image, int ramSize, int parts) : Cartridge(image, ramSize)
{
    private readonly int[] slices = new int[parts];

    /// <inheritdoc/>
    public override int Configuration
    {
        get
        {
            int number = 0;
            foreach (int slice in slices)
            {
                number = (number * 512) + slice;
            }

            return number;
        }
    }

    /// <summary>Bytes of the image.</summary>
    protected int ImageSize { get; } = image.Length;

    /// <inheritdoc/>
    public override int Read(int address)
    {
        Touch(address & 0x0FFF);
        int place = Map.ReadAt(address);
        return place >= 0 ? Map.Memory[place] : Hidden(address & 0x0FFF);
    }

    /// <inheritdoc/>
    public override void Write(int address, int value) => Touch(address & 0x0FFF);

    /// <inheritdoc/>
    public override void Sync(StateWalker walker)
    {
        base.Sync(walker);
        walker.Walk(slices);
        if (walker.IsReading)
        {
            for (int i = 0; i < slices.Length; i++)
            {
                Lay(i, slices[i]);
            }
        }
    }

    /// <summary>Brings a slice in.</summary>
    /// <param name="part">The part of the window.</param>
    /// <param name="slice">What to show there.</param>
    protected void Switch(int part, int slice)
    {
        slices[part] = slice;
        Switched = true;
        Lay(part, slice);
    }

    /// <summary>The slice in a part of the window.</summary>
    protected int Slice(int part) => slices[part];

    /// <summary>Acts on a hot spot.</summary>
    /// <param name="offset">Twelve bits of an address.</param>
    protected abstract void Touch(int offset);

    /// <summary>Maps a slice.</summary>
    protected abstract void Lay(int part, int slice);

    /// <summary>The byte of ROM at an address that is not plain memory.</summary>
    /// <param name="offset">Twelve bits of an address.</param>
    protected abstract int Hidden(int offset);
}
