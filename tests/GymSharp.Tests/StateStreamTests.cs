using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.State;

namespace GymSharp.Tests;

/// <summary>States that go to a stream and come from one.</summary>
public sealed class StateStreamTests
{
    private const int Window = 1 << 16;

    [Fact]
    public void A_stream_holds_what_memory_would_hold() => Prop.ForAll<byte[][]>(parts =>
    {
        StateSync memory = StateSync.ForWriting();
        Sync(parts, memory);
        using MemoryStream stream = new();
        Write(stream, sync => Sync(parts, sync));
        return stream.ToArray().SequenceEqual(memory.ToArray())
            && StateSync.Measure(sync => Sync(parts, sync)) == stream.Length;
    }).QuickCheckThrowOnFailure();

    /// <summary>What is smaller than the window is copied, what is larger is not; each way has its edges.</summary>
    [Theory]
    [InlineData(Window)]
    [InlineData(Window - 1, 1)]
    [InlineData(Window + 1, 7)]
    [InlineData(3, 3 * Window, 5)]
    [InlineData(3, (2 * Window) - 3, Window)]
    [InlineData(0, Window + 13, Window - 13, 1, 2 * Window)]
    public void Parts_of_any_size_come_back(params int[] sizes)
    {
        Random random = new(1);
        byte[][] parts = [.. sizes.Select(size => new byte[size])];
        foreach (byte[] part in parts)
        {
            random.NextBytes(part);
        }

        StateSync memory = StateSync.ForWriting();
        Sync(parts, memory);
        using MemoryStream stream = new();
        stream.Write([1, 2, 3]);
        Write(stream, sync => Sync(parts, sync));
        Assert.Equal(memory.ToArray(), stream.ToArray()[3..]);

        stream.Write([4, 5, 6]);
        stream.Position = 3;
        byte[][] read = [.. sizes.Select(size => new byte[size])];
        StateSync reader = StateSync.ForReading(stream, stream.Length - 6);
        Sync(read, reader);
        reader.ExpectEnd();
        Assert.Equal(parts, read);
    }

    [Fact]
    public void A_stream_that_ends_too_early_is_told()
    {
        byte[] numbers = new byte[200];
        using MemoryStream stream = new();
        Write(stream, sync => sync.Sync(numbers.AsSpan()));
        long length = stream.Length;
        stream.SetLength(100);
        stream.Position = 0;
        StateFormatException error = Assert.Throws<StateFormatException>(
            () => StateSync.ForReading(stream, length).Sync(numbers.AsSpan()));
        Assert.Contains("shorter than it says", error.Message, StringComparison.Ordinal);

        stream.Position = 0;
        error = Assert.Throws<StateFormatException>(() => StateSync.ForReading(stream, 20).Sync(numbers.AsSpan()));
        Assert.Contains("200 bytes were expected at 0, 12 remain", error.Message, StringComparison.Ordinal);
        Assert.Throws<StateFormatException>(() => StateSync.ForReading(stream, 7));
    }

    [Fact]
    public void What_changes_while_it_is_written_is_refused()
    {
        int calls = 0;
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => Write(Stream.Null, sync => sync.Sync(new byte[++calls].AsSpan())));
        Assert.StartsWith(
            "The state had 1 bytes when it was measured and 2 when it was written.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_written_to_memory_can_be_had_as_an_array()
    {
        Assert.Throws<InvalidOperationException>(() => StateSync.ForReading(StateSync.ForWriting().ToArray()).ToArray());
        Assert.Throws<InvalidOperationException>(() => StateSync.Measure(sync => sync.ToArray()));
    }

    /// <summary>More bytes than a span can have; counting does not look at them.</summary>
    [Fact]
    public void Numbers_may_have_more_bytes_than_a_span()
    {
        double one = 1;
        Assert.Equal(
            (8L * int.MaxValue) + 8,
            StateSync.Measure(sync => sync.Sync(MemoryMarshal.CreateSpan(ref one, int.MaxValue))));
    }

    private static void Write(Stream stream, Action<StateSync> state) =>
        StateSync.Write(stream, StateSync.Measure(state), state);

    private static void Sync(byte[][] parts, StateSync sync)
    {
        foreach (byte[] part in parts)
        {
            sync.Sync(part.AsSpan());
        }
    }
}
