namespace GymSharp.Atari2600.Assembly;

/// <summary>The bytes of the image, written at rising addresses from wherever the first one lands.</summary>
internal sealed class OutputImage
{
    /// <summary>The largest image held: no cartridge comes near it.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>What a gap is filled with where <c>ORG</c> does not say otherwise.</summary>
    public const byte Gap = 0xFF;

    private readonly List<byte> bytes = [];
    private long first;

    public byte[] ToArray() => [.. bytes];

    /// <summary>Fills up to an address; says false where bytes stand already or the image grows too large.</summary>
    public bool TryMoveTo(long address, byte fill)
    {
        if (bytes.Count == 0)
        {
            first = address;
        }

        long offset = address - first;
        if (offset < bytes.Count || offset > MostBytes)
        {
            return false;
        }

        bytes.AddRange(Enumerable.Repeat(fill, (int)offset - bytes.Count));
        return true;
    }

    public void Add(byte value) => bytes.Add(value);
}
