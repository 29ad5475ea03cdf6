namespace GymSharp.Physics2D;

public sealed class ContactTests
{
    [Fact]
    public void The_listener_is_told_of_touching_in_order()
    {
        (World world, Body ball) = Piles.Ball();
        Recorder recorder = new();
        world.ContactListener = recorder;
        Piles.Run(world, 120);
        ball.SetTransform(new(0, 20), 0);
        ball.IsAwake = true;
        Piles.Run(world, 1);
        Assert.Equal("begin", recorder.Events[0]);
        Assert.Equal("pre", recorder.Events[1]);
        Assert.Equal("post", recorder.Events[2]);
        Assert.Equal("end", recorder.Events[^1]);
        Assert.Single(recorder.Events, name => name == "begin");
    }

    [Fact]
    public void Sensors_report_and_do_not_push()
    {
        (World world, Body ball) = Piles.Ball();
        Body zone = world.CreateBody(new BodyDescription { Position = new(0, 2) });
        zone.CreateFixture(new FixtureDescription(PolygonShape.Box(1, 0.1f)) { IsSensor = true });
        Recorder recorder = new();
        world.ContactListener = recorder;
        Piles.Run(world, 35);
        Assert.Equal(["begin", "end"], recorder.Events);
        Assert.True(ball.Position.Y < 1.3f);
    }

    [Fact]
    public void A_contact_disabled_before_solving_does_nothing_in_that_step()
    {
        (World world, Body ball) = Piles.Ball();
        world.ContactListener = new Disabler();
        Piles.Run(world, 120);
        Assert.True(ball.Position.Y < -5);
    }

    [Theory]
    [InlineData(1, 0xFFFF, 0, 1, 0xFFFF, 0, true)]
    [InlineData(2, 0xFFFF, 0, 1, 0xFFFD, 0, false)]
    [InlineData(2, 0x0004, 0, 1, 0xFFFF, 0, false)]
    [InlineData(2, 0x0000, 3, 1, 0x0000, 3, true)]
    [InlineData(1, 0xFFFF, -3, 1, 0xFFFF, -3, false)]
    [InlineData(1, 0xFFFF, -3, 1, 0xFFFF, -2, true)]
    public void Filters_decide_by_group_and_then_by_category(
        int categoriesA, int maskA, int groupA, int categoriesB, int maskB, int groupB, bool expected)
    {
        CollisionFilter a = new((ushort)categoriesA, (ushort)maskA, (short)groupA);
        CollisionFilter b = new((ushort)categoriesB, (ushort)maskB, (short)groupB);
        Assert.Equal(expected, CollisionFilter.ShouldCollide(a, b));
        Assert.Equal(expected, CollisionFilter.ShouldCollide(b, a));
    }

    [Fact]
    public void A_changed_filter_ends_a_contact()
    {
        (World world, Body ball) = Piles.Ball();
        Piles.Run(world, 100);
        Assert.True(Touches(ball));
        ball.Fixtures.First().Filter = new(1, 0);
        ball.IsAwake = true;
        Piles.Run(world, 30);
        Assert.False(Touches(ball));
        Assert.True(ball.Position.Y < 0);
    }

    [Fact]
    public void A_filter_of_the_callers_decides_in_place_of_the_fixtures()
    {
        (World world, Body ball) = Piles.Ball();
        world.ContactFilter = new Refuser();
        Piles.Run(world, 120);
        Assert.True(ball.Position.Y < -5);
    }

    [Fact]
    public void A_contact_tells_where_the_shapes_touch()
    {
        (World world, Body ball) = Piles.Ball();
        Piles.Run(world, 100);
        foreach (Contact contact in ball.Contacts)
        {
            // The edge comes first, and the normal leads from it to the ball.
            Assert.IsType<EdgeShape>(contact.FixtureA.Shape);
            WorldManifold manifold = contact.ComputeWorldManifold();
            Assert.Equal(1.0f, manifold.Normal.Y, 1e-6f);
            Assert.Equal(0.0f, manifold.First.Y, 0.02f);
        }
    }

    [Fact]
    public void Nothing_can_be_changed_during_a_step()
    {
        (World world, Body ball) = Piles.Ball();
        world.ContactListener = new Destroyer(ball);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Piles.Run(world, 100));
        Assert.Contains("during a step", error.Message, StringComparison.Ordinal);
        world.ContactListener = null;
        world.DestroyBody(ball);
    }

    private static bool Touches(Body body)
    {
        foreach (Contact contact in body.Contacts)
        {
            if (contact.IsTouching)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Recorder : IContactListener
    {
        public List<string> Events { get; } = [];

        public void BeginContact(Contact contact) => Events.Add("begin");

        public void EndContact(Contact contact) => Events.Add("end");

        public void PreSolve(Contact contact, in Manifold old) => Events.Add("pre");

        public void PostSolve(Contact contact, in ContactImpulse impulse) => Events.Add("post");
    }

    private sealed class Disabler : IContactListener
    {
        public void PreSolve(Contact contact, in Manifold old) => contact.IsEnabled = false;
    }

    private sealed class Refuser : IContactFilter
    {
        public bool ShouldCollide(Fixture a, Fixture b) => false;
    }

    private sealed class Destroyer(Body body) : IContactListener
    {
        public void BeginContact(Contact contact) => body.World.DestroyBody(body);
    }
}
