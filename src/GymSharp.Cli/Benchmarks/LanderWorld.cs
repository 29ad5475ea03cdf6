using GymSharp.Physics2D;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// A lander on two sprung legs above a ragged ground, of the size, mass, motors and limits of Gymnasium's, with its 180
/// velocity and 60 position iterations; its engine keeps it in flight.
/// </summary>
internal sealed class LanderWorld
{
    private const float Scale = 30.0f;
    private const float Height = 10.0f;
    private readonly World world = new(new(0, -10));
    private readonly Body lander;
    private int steps;

    public LanderWorld()
    {
        Body moon = world.CreateBody(new BodyDescription());
        for (int i = 0; i < 10; i++)
        {
            moon.CreateFixture(new EdgeShape(new(2 * i, 2 + (i % 3)), new(2 * (i + 1), 2 + ((i + 1) % 3))));
        }

        lander = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(10, Height) });
        lander.CreateFixture(new FixtureDescription(new PolygonShape(
            [P(-14, 17), P(-17, 0), P(-17, -10), P(17, -10), P(17, 0), P(14, 17)]))
        {
            Density = 5,
            Friction = 0.1f,
            Filter = new(0x0010, 0x001),
        });
        AddLeg(-1, lower: 0.4f, upper: 0.9f);
        AddLeg(1, lower: -0.9f, upper: -0.4f);
    }

    public void Step()
    {
        steps++;
        if (lander.Position.Y < Height)
        {
            lander.ApplyLinearImpulse(new(0, 2), lander.WorldPoint(new(0.02f * ((steps % 3) - 1), -0.3f)));
        }

        world.Step(1.0f / 50.0f, 180, 60);
    }

    private static Vec2 P(float x, float y) => new(x / Scale, y / Scale);

    private void AddLeg(int side, float lower, float upper)
    {
        Body leg = world.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            Position = new(10 - (side * 20 / Scale), Height),
            Angle = side * 0.05f,
        });
        leg.CreateFixture(new FixtureDescription(PolygonShape.Box(2 / Scale, 8 / Scale))
        {
            Density = 1,
            Filter = new(0x0020, 0x001),
        });
        world.CreateJoint(new RevoluteJointDescription(lander, leg)
        {
            LocalAnchorB = P(side * 20, 18),
            EnableMotor = true,
            MotorSpeed = 0.3f * side,
            MaximumMotorTorque = 40,
            EnableLimit = true,
            LowerAngle = lower,
            UpperAngle = upper,
        });
    }
}
