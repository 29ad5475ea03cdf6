using FsCheck;
using FsCheck.Fluent;
using GymSharp.Randomness;

namespace GymSharp.State;

public sealed class StateSyncTests
{
    [Fact]
    public void Values_come_back() => Prop.ForAll<int[], string, double>((numbers, text, real) =>
    {
        StateSync writer = StateSync.ForWriting();
        int[] wroteNumbers = numbers;
        string? wroteText = text;
        double wroteReal = real;
        writer.Marker("Test");
        writer.Sync(ref wroteNumbers);
        writer.Sync(ref wroteText);
        writer.Sync(ref wroteReal);

        StateSync reader = StateSync.ForReading(writer.ToArray());
        int[] readNumbers = [];
        string? readText = "other";
        double readReal = 1;
        reader.Marker("Test");
        reader.Sync(ref readNumbers);
        reader.Sync(ref readText);
        reader.Sync(ref readReal);
        reader.ExpectEnd();
        return readNumbers.SequenceEqual(numbers) && readText == text && readReal.Equals(real);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_changed_or_missing_byte_is_noticed()
    {
        StateSync writer = StateSync.ForWriting();
        double[] values = [1, 2, 3];
        writer.Sync(ref values);
        byte[] state = writer.ToArray();
        for (int i = 0; i < state.Length; i++)
        {
            byte[] changed = [.. state];
            changed[i] ^= 1;
            Assert.Throws<StateFormatException>(() => StateSync.ForReading(changed));
            Assert.Throws<StateFormatException>(() => StateSync.ForReading(state.AsSpan(0, i)));
        }
    }

    [Fact]
    public void Another_marker_is_refused()
    {
        StateSync writer = StateSync.ForWriting();
        writer.Marker("CartPoleEnv");
        StateFormatException error = Assert.Throws<StateFormatException>(
            () => StateSync.ForReading(writer.ToArray()).Marker("TaxiEnv"));
        Assert.Contains("TaxiEnv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_over_is_refused()
    {
        StateSync writer = StateSync.ForWriting();
        int value = 1;
        writer.Sync(ref value);
        StateFormatException error = Assert.Throws<StateFormatException>(() => StateSync.ForReading(writer.ToArray()).ExpectEnd());
        Assert.Contains("4 bytes too many", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_cannot_be_true_is_refused()
    {
        StateSync writer = StateSync.ForWriting();
        int count = int.MaxValue;
        writer.Sync(ref count);
        double[] values = [];
        Assert.Throws<StateFormatException>(() => StateSync.ForReading(writer.ToArray()).Sync(ref values));
    }

    [Fact]
    public void A_generator_goes_on_and_splits_identically()
    {
        Rng rng = new(7);
        rng.Random();
        rng.Spawn(1);
        StateSync writer = StateSync.ForWriting();
        writer.Sync(rng);
        Rng restored = new(1);
        StateSync.ForReading(writer.ToArray()).Sync(restored);
        Assert.Equal(rng.Random(), restored.Random());
        Assert.Equal(rng.Spawn(1)[0].Random(), restored.Spawn(1)[0].Random());
    }
}
