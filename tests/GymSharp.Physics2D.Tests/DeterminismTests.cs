namespace GymSharp.Physics2D;

public sealed class DeterminismTests
{
    // Debug and Release, one thread and many: the bits are always these.
    private const ulong PileAfter2000Steps = 101568289170340225;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_pile_of_hinged_boxes_is_the_same_in_any_number_of_parallel_worlds(int worlds)
    {
        ulong[] hashes = new ulong[worlds];
        Parallel.For(0, worlds, i =>
        {
            World world = Piles.HingedBoxes();
            Piles.Run(world, 2000);
            hashes[i] = world.StateHash();
        });
        Assert.All(hashes, hash => Assert.Equal(PileAfter2000Steps, hash));
    }

    [Fact]
    public void The_state_hash_sees_one_bit()
    {
        (World world, Body ball) = Piles.Ball();
        ulong before = world.StateHash();
        ball.LinearVelocity = new(0, float.Epsilon);
        Assert.NotEqual(before, world.StateHash());
    }
}
