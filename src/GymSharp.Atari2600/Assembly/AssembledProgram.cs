namespace GymSharp.Atari2600.Assembly;

/// <summary>What an assembly gives: the image of a cartridge and the addresses of its names.</summary>
public sealed class AssembledProgram
{
    internal AssembledProgram(byte[] image, IReadOnlyDictionary<string, int> symbols)
    {
        Image = image;
        Symbols = symbols;
    }

    /// <summary>The bytes from the lowest to the highest address that was written, gaps filled.</summary>
    public byte[] Image { get; }

    /// <summary>The value of every label and equate, without the local ones.</summary>
    public IReadOnlyDictionary<string, int> Symbols { get; }
}
