namespace GymSharp.Atari2600;

/// <summary>The processor with 64 KB of memory and a list of what it touched.</summary>
internal sealed class FlatCpu : Cpu6507
{
    public byte[] Memory { get; } = new byte[65536];

    public List<string> Accesses { get; } = [];

    public override int Fetch(int address) => Read(address, 0);

    public override int Read(int address, int last)
    {
        Accesses.Add($"{address}:{Memory[address]}r");
        return Memory[address];
    }

    public override void Write(int address, int value)
    {
        Memory[address] = (byte)value;
        Accesses.Add($"{address}:{value}w");
    }
}
