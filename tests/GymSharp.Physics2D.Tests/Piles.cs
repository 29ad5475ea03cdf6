namespace GymSharp.Physics2D;

/// <summary>Worlds that several tests need.</summary>
internal static class Piles
{
    /// <summary>Chains of boxes on hinges, falling onto each other and a floor.</summary>
    public static World HingedBoxes()
    {
        World world = new(new(0, -10));
        Body floor = world.CreateBody(new BodyDescription());
        floor.CreateFixture(new FixtureDescription(new EdgeShape(new(-30, 0), new(30, 0))) { Friction = 0.6f });
        PolygonShape box = PolygonShape.Box(0.4f, 0.3f);
        for (int chain = 0; chain < 6; chain++)
        {
            Body? before = null;
            for (int link = 0; link < 5; link++)
            {
                Body body = world.CreateBody(new BodyDescription
                {
                    Type = BodyType.Dynamic,
                    Position = new(-4.0f + (1.1f * chain) + (0.4f * link), 2.0f + (0.9f * link) + (1.3f * chain)),
                    Angle = 0.1f * link,
                    Tag = (10 * chain) + link,
                });
                body.CreateFixture(new FixtureDescription(box) { Density = 1, Friction = 0.5f });
                if (before is not null)
                {
                    world.CreateJoint(new RevoluteJointDescription(before, body)
                    {
                        LocalAnchorA = new(0.25f, 0.45f),
                        LocalAnchorB = new(-0.15f, -0.45f),
                        EnableLimit = true,
                        LowerAngle = -1,
                        UpperAngle = 1,
                    });
                }

                before = body;
            }
        }

        return world;
    }

    /// <summary>A ball above a floor.</summary>
    public static (World World, Body Ball) Ball(float height = 3, float restitution = 0, float gravity = -10)
    {
        World world = new(new(0, gravity));
        world.CreateBody(new BodyDescription()).CreateFixture(new EdgeShape(new(-30, 0), new(30, 0)));
        Body ball = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(0, height) });
        ball.CreateFixture(new FixtureDescription(new CircleShape(0.5f)) { Density = 1, Restitution = restitution });
        return (world, ball);
    }

    public static void Run(World world, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            world.Step(1.0f / 60.0f, 8, 3);
        }
    }
}
