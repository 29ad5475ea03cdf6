namespace GymSharp.Physics2D;

public sealed class SaveTests
{
    [Fact]
    public void A_loaded_world_has_the_same_bodies_joints_and_settings()
    {
        World world = Piles.HingedBoxes();
        world.WarmStarting = false;
        Piles.Run(world, 50);
        World loaded = World.Load(world.Save());
        Assert.False(loaded.WarmStarting);
        Assert.Equal(world.Gravity, loaded.Gravity);
        Assert.Equal(world.Bodies.Select(body => (body.Id, body.Tag)), loaded.Bodies.Select(body => (body.Id, body.Tag)));
        Assert.Equal(world.Joints.Select(joint => joint.Id), loaded.Joints.Select(joint => joint.Id));
        Assert.Equal(world.ContactCount, loaded.ContactCount);
        Assert.Equal(world.StateHash(), loaded.StateHash());
        Assert.Single(loaded.Bodies.SelectMany(body => body.Fixtures).Select(fixture => fixture.Shape)
            .OfType<PolygonShape>().Distinct());
    }

    [Fact]
    public void Saving_changes_nothing()
    {
        World one = Piles.HingedBoxes();
        World other = Piles.HingedBoxes();
        for (int i = 0; i < 50; i++)
        {
            one.Save();
            Piles.Run(one, 1);
            Piles.Run(other, 1);
        }

        Assert.Equal(other.StateHash(), one.StateHash());
    }

    [Fact]
    public void Bytes_that_were_changed_or_cut_are_refused()
    {
        World world = Piles.HingedBoxes();
        Piles.Run(world, 60);
        byte[] saved = world.Save();
        for (int i = 0; i < saved.Length; i += 37)
        {
            byte[] damaged = [.. saved];
            damaged[i] ^= 0x10;
            Assert.Throws<FormatException>(() => World.Load(damaged));
            Assert.Throws<FormatException>(() => World.Load(saved.AsSpan(0, i)));
        }
    }

    [Fact]
    public void An_id_is_not_given_twice_after_loading()
    {
        World world = Piles.HingedBoxes();
        int gone = world.Bodies.First().Id;
        world.DestroyBody(world.Bodies.First());
        World loaded = World.Load(world.Save());
        Assert.Equal(gone, loaded.CreateBody(new BodyDescription()).Id);
        Assert.Equal(loaded.BodyCount, loaded.Bodies.Select(body => body.Id).Distinct().Count());
    }
}
