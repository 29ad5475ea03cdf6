using System.Buffers.Binary;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.State;

namespace GymSharp.Learning.Runs;

public sealed class CheckpointFileTests
{
    [Fact]
    public void A_state_comes_back() => Prop.ForAll<byte[]>(
        payload => Unpack(Pack(payload)).SequenceEqual(payload)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_changed_byte_is_noticed()
    {
        byte[] file = Pack([1, 2, 3, 4, 5]);
        for (int i = 0; i < file.Length; i++)
        {
            byte[] changed = [.. file];
            changed[i] ^= 0x10;
            Assert.Throws<RunFormatException>(() => Unpack(changed));
        }
    }

    [Fact]
    public void Every_shortened_file_is_noticed()
    {
        byte[] file = Pack(new byte[100]);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<RunFormatException>(() => Unpack(file[..length]));
        }
    }

    /// <summary>Version 2, as programs before wrote it: in one piece.</summary>
    [Fact]
    public void The_format_is_the_one_it_was()
    {
        StateSync sync = StateSync.ForWriting();
        byte[] payload = [1, 2, 3];
        sync.Sync(ref payload);
        byte[] state = sync.ToArray();
        byte[] file = [.. "GYMSHARP"u8, 2, 0, 0, 0, .. new byte[8], .. state];
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(12), state.Length);
        Assert.Equal([.. file, .. SHA256.HashData(file)], Pack(payload));
    }

    [Fact]
    public void A_memory_of_pictures_is_not_written_or_read_as_a_whole()
    {
        byte[] pictures = new byte[64 << 20];
        using FileStream file = new(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CheckpointFile.Write(file, sync => sync.Sync(pictures.AsSpan()));
        pictures[^1] = 1;
        CheckpointFile.Read(file).Sync(pictures.AsSpan());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal(0, pictures[^1]);
    }

    [Fact]
    public void A_state_that_grows_while_it_is_written_makes_no_checkpoint()
    {
        int calls = 0;
        Assert.Throws<InvalidOperationException>(
            () => CheckpointFile.Write(Stream.Null, sync => sync.Sync(new byte[++calls].AsSpan())));
        Assert.Equal(2, calls);
    }

    private static byte[] Pack(byte[] payload)
    {
        using MemoryStream stream = new();
        CheckpointFile.Write(stream, sync => sync.Sync(ref payload));
        return stream.ToArray();
    }

    private static byte[] Unpack(byte[] file)
    {
        using MemoryStream stream = new(file);
        StateSync sync = CheckpointFile.Read(stream);
        byte[] payload = [];
        sync.Sync(ref payload);
        sync.ExpectEnd();
        return payload;
    }
}
