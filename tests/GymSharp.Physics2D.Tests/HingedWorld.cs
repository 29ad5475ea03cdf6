namespace GymSharp.Physics2D;

/// <summary>
/// A vehicle of hinged boxes over rough ground, as a lander or a walker; what it is driven by differs from seed to seed.
/// </summary>
internal sealed class HingedWorld
{
    private readonly Random random;
    private readonly List<RevoluteJoint> hinges = [];
    private readonly Body hull;

    /// <summary>Makes the world.</summary>
    /// <param name="seed">Decides ground, start and drives.</param>
    /// <param name="legs">Legs of two parts on each vehicle.</param>
    /// <param name="parts">Boxes that lie about besides, with no hinge.</param>
    public HingedWorld(int seed, int legs, int parts = 0)
    {
        random = new(seed);
        World = new(new(0, -10));
        for (int i = 0; i < 24; i++)
        {
            Body ground = World.CreateBody(new BodyDescription());
            ground.CreateFixture(new FixtureDescription(
                new EdgeShape(new(i - 12, Height(i)), new(i - 11, Height(i + 1))))
            { Friction = 1 });
        }

        Body block = World.CreateBody(new BodyDescription { Position = new(3, 0.3f), Angle = Between(-1, 1) });
        block.CreateFixture(PolygonShape.Box(0.5f, 0.5f));
        hull = Box(new(Between(-4, 4), Between(2.5f, 5)), 0.6f, 0.3f);
        for (int leg = 0; leg < legs; leg++)
        {
            Body upper = Box(hull.Position + new Vec2(0, -0.5f), 0.12f, 0.4f);
            Join(hull, upper, 0, -1.5f, 1.5f);
            Body lower = Box(upper.Position + new Vec2(0, -0.7f), 0.1f, 0.4f);
            Join(upper, lower, -0.4f, -1.5f, -0.1f);
        }

        for (int i = 0; i < parts; i++)
        {
            Body part = World.CreateBody(new BodyDescription
            {
                Type = BodyType.Dynamic,
                Position = new(Between(-8, 8), Between(3, 6)),
            });
            part.CreateFixture(new FixtureDescription(
                i % 2 == 0 ? PolygonShape.Box(0.3f, 0.2f) : new CircleShape(0.3f))
            { Density = 1, Restitution = 0.4f });
        }

        float Height(int i) => 0.4f * MathF.Sin((i * 1.7f) + seed);
    }

    public World World { get; }

    /// <summary>Does to the vehicle what its seed says.</summary>
    public void Drive()
    {
        foreach (RevoluteJoint hinge in hinges)
        {
            if (random.Next(4) == 0)
            {
                hinge.MotorSpeed = Between(-6, 6);
                hinge.MaximumMotorTorque = random.Next(4) == 0 ? 0 : Between(0, 80);
                hinge.IsMotorEnabled = random.Next(8) != 0;
                hinge.IsLimitEnabled = random.Next(8) != 0;
            }
        }

        if (random.Next(20) == 0)
        {
            hull.ApplyLinearImpulse(new(Between(-3, 3), Between(-3, 6)), hull.WorldCenter);
        }
    }

    private float Between(float low, float high) => low + ((high - low) * random.NextSingle());

    private Body Box(Vec2 position, float x, float y)
    {
        Body body = World.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            Position = position,
            Angle = Between(-0.2f, 0.2f),
        });
        body.CreateFixture(new FixtureDescription(PolygonShape.Box(x, y))
        {
            Density = 1,
            Friction = 0.5f,
            Filter = new CollisionFilter(0x0002, 0x0001),
        });
        return body;
    }

    private void Join(Body above, Body below, float anchor, float lower, float upper) =>
        hinges.Add((RevoluteJoint)World.CreateJoint(new RevoluteJointDescription(above, below)
        {
            ReferenceAngle = below.Angle - above.Angle,
            LocalAnchorA = new Vec2(0, anchor),
            LocalAnchorB = new Vec2(0, 0.4f),
            EnableMotor = true,
            EnableLimit = true,
            MaximumMotorTorque = 40,
            MotorSpeed = 1,
            LowerAngle = lower,
            UpperAngle = upper,
        }));
}
