namespace GymSharp.Physics2D;

/// <summary>A world of bodies of all sizes and joints of all kinds that come, go and change.</summary>
internal sealed class RandomWorld
{
    private readonly Random random;
    private readonly List<Body> bodies = [];

    public RandomWorld(int seed)
    {
        random = new(seed);
        World = new(new(Between(-3, 3), Between(-20, 5)));
        Body ground = World.CreateBody(new BodyDescription());
        ground.CreateFixture(new ChainShape(
            [.. Enumerable.Range(-10, 21).Select(x => new Vec2(2 * x, Between(-1, 1)))]));
        bodies.Add(ground);
        for (int i = random.Next(3, 20); i > 0; i--)
        {
            AddBody();
        }
    }

    public World World { get; }

    public void ChangeSomething()
    {
        switch (random.Next(12))
        {
            case 0:
                AddBody();
                break;
            case 1:
                AddJoint();
                break;
            case 2 when bodies.Count > 3:
                Body gone = bodies[random.Next(1, bodies.Count)];
                bodies.Remove(gone);
                World.DestroyBody(gone);
                break;
            case 3:
                Any().ApplyLinearImpulse(new(Large(), Large()), new(Between(-5, 5), Between(-5, 5)));
                break;
            case 4:
                Any().ApplyForce(new(Large(), Large()), new(Between(-5, 5), Between(-5, 5)));
                break;
            case 5:
                Any().SetTransform(new(Between(-15, 15), Between(-5, 15)), Large());
                break;
            case 6:
                Any().LinearVelocity = new(Large(), Large());
                break;
            case 7:
                Any().SetType((BodyType)random.Next(3));
                break;
            case 8:
                Body body = Any();
                body.SetActive(!body.IsActive);
                break;
        }
    }

    private float Between(float low, float high) => low + ((high - low) * random.NextSingle());

    // From a thousandth to a million, either way.
    private float Large() => (random.Next(2) == 0 ? -1 : 1) * MathF.Pow(10, Between(-3, 6));

    private float Size() => MathF.Pow(10, Between(-2, 1));

    private Body Any() => bodies[random.Next(1, bodies.Count)];

    private void AddBody()
    {
        Body body = World.CreateBody(new BodyDescription
        {
            Type = random.Next(5) == 0 ? (BodyType)random.Next(3) : BodyType.Dynamic,
            Position = new(Between(-15, 15), Between(-2, 15)),
            Angle = Between(-10, 10),
            IsBullet = random.Next(4) == 0,
            FixedRotation = random.Next(8) == 0,
        });
        for (int i = random.Next(1, 3); i > 0; i--)
        {
            body.CreateFixture(new FixtureDescription(AnyShape())
            {
                Density = random.Next(6) == 0 ? 0 : MathF.Pow(10, Between(-3, 4)),
                Friction = Between(0, 2),
                Restitution = Between(0, 1),
                IsSensor = random.Next(10) == 0,
            });
        }

        bodies.Add(body);
    }

    private Shape AnyShape()
    {
        float size = Size();
        return random.Next(4) switch
        {
            0 => new CircleShape(size, new(Between(-1, 1), Between(-1, 1))),
            1 => PolygonShape.Box(size, Size(), new(Between(-1, 1), Between(-1, 1)), Between(-3, 3)),
            2 => new EdgeShape(new(-size, Between(-1, 1)), new(size, Between(-1, 1))),
            _ => new PolygonShape(
                [.. Enumerable.Range(0, random.Next(3, 17)).Select(i => new Vec2(
                    (0.2f + size) * MathF.Cos(i), (0.2f + size) * MathF.Sin(i) * Between(0.9f, 1)))]),
        };
    }

    private void AddJoint()
    {
        Body a = bodies[random.Next(bodies.Count)];
        Body b = Any();
        if (a == b || Math.Max(a.Position.Length, b.Position.Length) > 1000)
        {
            return;
        }

        Vec2 anchor = 0.5f * (a.Position + b.Position);
        switch (random.Next(5))
        {
            case 0:
                World.CreateJoint(RevoluteJointDescription.At(a, b, anchor) with
                {
                    EnableMotor = true,
                    MotorSpeed = Between(-20, 20),
                    MaximumMotorTorque = MathF.Abs(Large()),
                    EnableLimit = random.Next(2) == 0,
                    LowerAngle = -1,
                    UpperAngle = random.Next(2) - 1,
                });
                break;
            case 1:
                World.CreateJoint(DistanceJointDescription.Between(a, b, a.Position, b.Position) with
                {
                    Frequency = random.Next(2) * Between(0, 10),
                    DampingRatio = Between(0, 1),
                });
                break;
            case 2:
                World.CreateJoint(PrismaticJointDescription.Along(a, b, anchor, new(Between(-1, 1), 1)) with
                {
                    EnableLimit = true,
                    LowerTranslation = -1,
                    UpperTranslation = 1,
                });
                break;
            case 3:
                World.CreateJoint(WeldJointDescription.At(a, b, anchor) with { Frequency = random.Next(2) * 5 });
                break;
            default:
                World.CreateJoint(WheelJointDescription.At(a, b, anchor, new(0, 1)) with { Frequency = random.Next(2) * 3 });
                break;
        }
    }
}
