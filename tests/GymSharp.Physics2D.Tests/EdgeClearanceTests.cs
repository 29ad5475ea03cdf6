namespace GymSharp.Physics2D;

/// <summary>What is said to stay clear of an edge has no time of impact with it.</summary>
public sealed class EdgeClearanceTests
{
    [Fact]
    public void What_stays_clear_has_no_time_of_impact()
    {
        int clear = 0;
        int impacts = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            Random random = new(seed);
            World world = new(Vec2.Zero);
            Body ground = world.CreateBody(new BodyDescription { Position = Point(random, 50), Angle = Number(random, 3) });
            EdgeShape edge = new(Point(random, 1), Point(random, 1));
            PolygonShape box = PolygonShape.Box(0.05f + random.NextSingle(), 0.05f + random.NextSingle());
            Body body = world.CreateBody(new BodyDescription
            {
                Type = BodyType.Dynamic,
                Position = ground.Position + Point(random, 2),
                Angle = Number(random, 40),
            });
            body.Sweep.StartCenter = body.Sweep.Center + Point(random, 0.4f);
            body.Sweep.StartAngle = body.Sweep.Angle + Number(random, 0.6f);
            bool holds = EdgeClearance.Holds(edge.Geometry, edge.Radius, ground.Frame, box, body);
            float? impact = TimeOfImpact.Find(edge.Proxy(0), ground.Sweep, box.Proxy(0), body.Sweep);
            Assert.False(holds && impact is not null, $"seed {seed}: impact at {impact}");
            clear += holds ? 1 : 0;
            impacts += impact is null ? 0 : 1;
        }

        Assert.True(clear > 2_000, $"{clear} of 20,000 are clear");
        Assert.True(impacts > 500, $"{impacts} of 20,000 meet");
    }

    [Fact]
    public void A_box_at_rest_on_the_ground_is_clear_of_it()
    {
        World world = new(new(0, -10));
        EdgeShape edge = new(new(-5, 0), new(5, 0));
        world.CreateBody(new BodyDescription()).CreateFixture(edge);
        PolygonShape shape = PolygonShape.Box(0.5f, 0.5f);
        Body box = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(0, 0.6f) });
        box.CreateFixture(new FixtureDescription(shape) { Density = 1 });
        for (int i = 0; i < 120; i++)
        {
            world.Step(1.0f / 60, 8, 3);
        }

        Assert.True(EdgeClearance.Holds(edge.Geometry, edge.Radius, Transform.Identity, shape, box));
    }

    private static Vec2 Point(Random random, float most) => new(Number(random, most), Number(random, most));

    private static float Number(Random random, float most) => most * ((2 * random.NextSingle()) - 1);
}
