using GymSharp.Randomness;

namespace GymSharp.Tests.Randomness;

public class RngStateTests
{
    [Fact]
    public void Bytes_keep_the_stream_the_half_word_and_the_children()
    {
        Rng rng = new(11);
        rng.Spawn(3);
        rng.NextUInt32();
        byte[] bytes = new byte[Rng.SerializedLength];
        Assert.Equal(bytes.Length, rng.WriteTo(bytes));
        Rng copy = Rng.ReadFrom(bytes);
        Assert.Equal(rng.State, copy.State);
        Assert.True(copy.State.HasUInt32);
        Assert.Equal(rng.NextUInt32(), copy.NextUInt32());
        Rng[] children = rng.Spawn(2);
        Rng[] copied = copy.Spawn(2);
        Assert.Equal(children[0].State, copied[0].State);
        Assert.Equal(children[1].Spawn(2)[1].State, copied[1].Spawn(2)[1].State);
        Assert.NotEqual(children[0].State, children[1].State);
    }

    [Fact]
    public void Bytes_of_the_state_alone_keep_the_stream()
    {
        Rng rng = new(12);
        rng.NextUInt32();
        byte[] bytes = new byte[RngState.SerializedLength];
        rng.State.WriteTo(bytes);
        Assert.Equal(rng.State, RngState.ReadFrom(bytes));
        Rng other = new(99) { State = RngState.ReadFrom(bytes) };
        Assert.Equal(rng.NextUInt32(), other.NextUInt32());
        Assert.Equal(rng.StandardNormal(), other.StandardNormal());
    }

    [Fact]
    public void Bytes_restore_into_a_generator_that_is_already_used_elsewhere()
    {
        Rng rng = new(13);
        byte[] bytes = new byte[Rng.SerializedLength];
        rng.WriteTo(bytes);
        Rng other = new(14);
        other.RestoreFrom(bytes);
        Assert.Equal(rng.State, other.State);
        Assert.Equal(rng.Spawn(1)[0].State, other.Spawn(1)[0].State);
    }

    [Fact]
    public void A_clone_goes_on_by_itself()
    {
        Rng rng = new(15);
        Rng clone = rng.Clone();
        Assert.Equal(rng.State, clone.State);
        clone.Random();
        Assert.NotEqual(rng.State, clone.State);
        Assert.Equal(rng.Spawn(1)[0].State, clone.Spawn(1)[0].State);
    }

    [Fact]
    public void A_used_half_word_does_not_distinguish_states()
    {
        Rng rng = new(16);
        Rng other = new(16);
        rng.NextUInt32();
        rng.NextUInt32();
        other.NextUInt64();
        Assert.Equal(other.State, rng.State);
    }

    [Fact]
    public void A_large_pool_spawns_only_until_it_was_read_back()
    {
        Rng rng = new(new SeedSequence(5, default, poolSize: 8));
        byte[] bytes = new byte[Rng.SerializedLength];
        rng.WriteTo(bytes);
        Rng copy = Rng.ReadFrom(bytes);
        Assert.Equal(rng.State, copy.State);
        Assert.Single(rng.Spawn(1));
        Assert.Contains("pool", Assert.Throws<InvalidOperationException>(() => copy.Spawn(1)).Message);
    }

    [Fact]
    public void Damaged_bytes_are_refused_and_change_nothing()
    {
        Rng rng = new(17);
        RngState before = rng.State;
        byte[] bytes = new byte[Rng.SerializedLength];
        rng.WriteTo(bytes);
        Refused(rng, bytes.AsSpan(0, Rng.SerializedLength - 1).ToArray());
        foreach ((int position, byte value) in new (int, byte)[] { (32, 2), (24, 0), (37, 2), (61, 255) })
        {
            byte[] damaged = [.. bytes];
            damaged[position] = value;
            Refused(rng, damaged);
        }

        Assert.Throws<ArgumentException>(() => rng.State = default);
        Assert.Throws<ArgumentException>(() => rng.WriteTo(new byte[3]));
        Assert.Equal(before, rng.State);
    }

    private static void Refused(Rng rng, byte[] bytes)
    {
        Assert.NotEmpty(Assert.Throws<ArgumentException>(() => rng.RestoreFrom(bytes)).Message);
        Assert.Throws<ArgumentException>(() => Rng.ReadFrom(bytes));
    }
}
