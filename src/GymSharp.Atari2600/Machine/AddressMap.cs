namespace GymSharp.Atari2600;

/// <summary>
/// What answers at each address: pieces of 64 bytes that are plain memory, or nothing, which leaves the access to the
/// chips and the cartridge's switching.
/// </summary>
/// <remarks>Fourteen address bits: the processor's thirteen, and one more that a scheme looks at.</remarks>
internal sealed class AddressMap
{
    /// <summary>Bytes of the console's own memory, which come first.</summary>
    public const int RamSize = 128;

    /// <summary>Where in <see cref="Memory"/> the image begins.</summary>
    public const int ImageStart = RamSize;

    private const int Pieces = 256;
    private readonly int[] reads = new int[Pieces];
    private readonly int[] writes = new int[Pieces];

    /// <summary>Sets up a map with room for a cartridge.</summary>
    /// <param name="image">The cartridge's bytes.</param>
    /// <param name="cartridgeRam">Bytes of its RAM.</param>
    public AddressMap(ReadOnlySpan<byte> image, int cartridgeRam)
    {
        Memory = new byte[RamSize + image.Length + cartridgeRam];
        image.CopyTo(Memory.AsSpan(RamSize));
        RamStart = RamSize + image.Length;
        Array.Fill(reads, -1);
        Array.Fill(writes, -1);
        for (int address = 0; address < 0x4000; address += 64)
        {
            if ((address & 0x1280) == 0x0080)
            {
                reads[address >> 6] = writes[address >> 6] = address & 0x7F;
            }
        }
    }

    /// <summary>The console's memory, then the image, then the cartridge's RAM.</summary>
    public byte[] Memory { get; }

    /// <summary>Where in <see cref="Memory"/> the cartridge's RAM begins.</summary>
    public int RamStart { get; }

    /// <summary>The cartridge's RAM.</summary>
    public Span<byte> CartridgeRam => Memory.AsSpan(RamStart);

    /// <summary>Where reads of an address find their byte; negative: not in memory.</summary>
    public int ReadAt(int address) =>
        reads[(address >> 6) & 0xFF] is int piece && piece < 0 ? -1 : piece + (address & 63);

    /// <summary>Where writes to an address go; negative: not to memory.</summary>
    public int WriteAt(int address) =>
        writes[(address >> 6) & 0xFF] is int piece && piece < 0 ? -1 : piece + (address & 63);

    /// <summary>
    /// Lets reads of a range of the cartridge's addresses find memory, in both halves of the 14 bits.
    /// </summary>
    /// <param name="from">First address, a multiple of 64 from $1000 on.</param>
    /// <param name="length">Bytes, a multiple of 64.</param>
    /// <param name="memory">Where in <see cref="Memory"/>; negative: not in memory.</param>
    public void MapReads(int from, int length, int memory)
    {
        Map(reads, from, length, memory);
        Map(reads, from | 0x2000, length, memory);
    }

    /// <summary>Lets writes to a range go to memory, in both halves of the 14 bits.</summary>
    public void MapWrites(int from, int length, int memory)
    {
        Map(writes, from, length, memory);
        Map(writes, from | 0x2000, length, memory);
    }

    /// <summary>Lets reads of exactly one range of the 14 bits find memory.</summary>
    public void MapReadsOnce(int from, int length, int memory) => Map(reads, from, length, memory);

    private static void Map(int[] map, int from, int length, int memory)
    {
        for (int i = 0; i < length; i += 64)
        {
            map[((from + i) >> 6) & 0xFF] = memory < 0 ? -1 : memory + i;
        }
    }
}
