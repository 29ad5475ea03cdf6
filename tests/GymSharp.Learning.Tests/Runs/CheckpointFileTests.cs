using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Learning.Runs;

public sealed class CheckpointFileTests
{
    [Fact]
    public void A_payload_comes_back() => Prop.ForAll<byte[]>(
        payload => CheckpointFile.Unpack(CheckpointFile.Pack(payload)).SequenceEqual(payload)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_changed_byte_is_noticed()
    {
        byte[] file = CheckpointFile.Pack([1, 2, 3, 4, 5]);
        for (int i = 0; i < file.Length; i++)
        {
            byte[] changed = [.. file];
            changed[i] ^= 0x10;
            Assert.Throws<RunFormatException>(() => CheckpointFile.Unpack(changed));
        }
    }

    [Fact]
    public void Every_shortened_file_is_noticed()
    {
        byte[] file = CheckpointFile.Pack(new byte[100]);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<RunFormatException>(() => CheckpointFile.Unpack(file.AsSpan(0, length)));
        }
    }
}
