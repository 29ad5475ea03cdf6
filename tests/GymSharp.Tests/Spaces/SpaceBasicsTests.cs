using GymSharp.Spaces;

namespace GymSharp.Tests.Spaces;

public sealed class SpaceBasicsTests
{
    [Fact]
    public void A_box_draws_what_gymnasium_draws()
    {
        Box<float> box = new(-1f, 2f, 3, 4);
        box.Seed(0);
        Assert.Equal([0.9108850359916687f, -0.19063985347747803f, -0.877079427242279f], box.Sample()[..3]);
        Assert.Equal("Box(-1.0, 2.0, (3, 4), float32)", box.ToString());
    }

    [Fact]
    public void A_discrete_space_draws_what_gymnasium_draws()
    {
        Discrete discrete = new(5);
        discrete.Seed(0);
        Assert.Equal([4, 3, 2], new[] { discrete.Sample(), discrete.Sample(), discrete.Sample() });
    }

    [Fact]
    public void A_tuple_draws_what_gymnasium_draws()
    {
        TupleSpace tuple = new(new Discrete(32), new Discrete(11), new Discrete(2));
        tuple.Seed(0);
        Assert.Equal(new object[] { 11, 5, 1 }, tuple.Sample());
    }
}
