using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Tracking.TensorBoard;

public sealed class Crc32CTests
{
    // RFC 3720, section B.4, and the usual check value.
    [Fact]
    public void Published_values_come_out()
    {
        Assert.Equal(0xE3069283u, Crc32C.ByTable(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A9136AAu, Crc32C.ByTable(new byte[32]));
        Assert.Equal(0x62A8AB43u, Crc32C.ByTable([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, Crc32C.ByTable([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
    }

    [Fact]
    public void Table_and_instruction_agree_with_the_definition() => Prop.ForAll<byte[]>(data =>
        EventFile.Crc(data) == Crc32C.ByTable(data)
        && (!System.Runtime.Intrinsics.X86.Sse42.X64.IsSupported || Crc32C.ByTable(data) == Crc32C.ByInstruction(data)))
        .QuickCheckThrowOnFailure();
}
