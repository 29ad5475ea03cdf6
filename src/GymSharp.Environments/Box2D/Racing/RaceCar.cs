using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>A car seen from above: a hull and four wheels that turn, roll, grip and slide.</summary>
/// <remarks>
/// After C. Campbell, "Top-down car physics", iforce2d.net, 2014, with rolling wheels as in Gymnasium. Forces are
/// computed in float64 and rounded when they reach the engine.
/// </remarks>
internal sealed class RaceCar
{
    /// <summary>The power that the engine has for one unit of gas.</summary>
    public const double EnginePower = 100000000 * CarShape.Size * CarShape.Size;

    private const double WheelInertia = 4000 * CarShape.Size * CarShape.Size;
    private const double Grip = 1000000 * CarShape.Size * CarShape.Size;
    private const double Stiffness = 205000 * CarShape.Size * CarShape.Size;
    private const double MotorTorque = 180 * 900 * CarShape.Size * CarShape.Size;
    private const double Radius = 1.0 * CarShape.WheelRadius * CarShape.Size;
    private const double BrakeForce = 15;

    /// <summary>Puts a car on a road.</summary>
    /// <param name="world">The world.</param>
    /// <param name="start">Where it stands, and how it is turned.</param>
    public RaceCar(World world, TrackPoint start)
    {
        Hull = world.CreateBody(Description(start.Beta, start.X, start.Y));
        foreach (Vec2[] part in CarShape.Hull)
        {
            Hull.CreateFixture(new PolygonShape(part), 1.0f);
        }

        for (int i = 0; i < CarShape.Wheels; i++)
        {
            (int x, int y) = CarShape.Axles[i];
            (double dx, double dy) = (x * CarShape.Size, y * CarShape.Size);
            Body wheel = world.CreateBody(Description(start.Beta, start.X + dx, start.Y + dy));
            wheel.CreateFixture(new FixtureDescription(new PolygonShape(CarShape.Wheel))
            {
                Density = 0.1f,
                Filter = new CollisionFilter(0x0020, 0x0001),
            });
            RevoluteJoint joint = world.CreateJoint(new RevoluteJointDescription(Hull, wheel)
            {
                ReferenceAngle = wheel.Angle - Hull.Angle,
                LocalAnchorA = new Vec2((float)dx, (float)dy),
                EnableMotor = true,
                EnableLimit = true,
                MaximumMotorTorque = (float)MotorTorque,
                LowerAngle = -0.4f,
                UpperAngle = 0.4f,
            });
            Wheels[i] = new RaceWheel(wheel, joint);
        }
    }

    /// <summary>Takes over a car of a world that was loaded.</summary>
    /// <param name="hull">The hull.</param>
    /// <param name="wheels">The wheels.</param>
    public RaceCar(Body hull, RaceWheel[] wheels)
    {
        Hull = hull;
        wheels.CopyTo(Wheels, 0);
    }

    /// <summary>The hull.</summary>
    public Body Hull { get; }

    /// <summary>Front left, front right, rear left, rear right.</summary>
    public RaceWheel[] Wheels { get; } = new RaceWheel[CarShape.Wheels];

    /// <summary>What the wheels have left on the ground.</summary>
    public SkidMarks Marks { get; } = new();

    /// <summary>Sets the controls.</summary>
    /// <param name="steering">Angle that the front wheels shall have, radians.</param>
    /// <param name="gas">From 0 to 1; the rear wheels follow slowly upwards and at once downwards.</param>
    /// <param name="brake">From 0 to 1; from 0.9 on the wheels are blocked.</param>
    public void Control(double steering, double gas, double brake)
    {
        Wheels[0].Steering = steering;
        Wheels[1].Steering = steering;
        gas = Math.Clamp(gas, 0, 1);
        for (int i = 2; i < CarShape.Wheels; i++)
        {
            Wheels[i].Gas += Math.Min(gas - Wheels[i].Gas, 0.1);
        }

        foreach (RaceWheel wheel in Wheels)
        {
            wheel.Brake = brake;
        }
    }

    /// <summary>Sets the forces of one step.</summary>
    /// <param name="dt">Seconds.</param>
    public void Push(double dt)
    {
        foreach (RaceWheel wheel in Wheels)
        {
            Steer(wheel);
            Roll(wheel, dt);
            Slide(wheel, dt);
        }
    }

    private static BodyDescription Description(double angle, double x, double y) => new()
    {
        Type = BodyType.Dynamic,
        Position = new Vec2((float)x, (float)y),
        Angle = (float)angle,
    };

    private static void Steer(RaceWheel wheel)
    {
        double error = wheel.Steering - wheel.Joint.Angle;
        wheel.Joint.MotorSpeed = (float)(Math.Sign(error) * Math.Min(50.0 * Math.Abs(error), 3.0));
    }

    // W = E / t and E = I w² / 2, so that the speed grows by dt W / (I w).
    private static void Roll(RaceWheel wheel, double dt)
    {
        wheel.Omega += dt * EnginePower * wheel.Gas / WheelInertia / (Math.Abs(wheel.Omega) + 5.0);
        if (wheel.Brake >= 0.9)
        {
            wheel.Omega = 0;
        }
        else if (wheel.Brake > 0)
        {
            double slower = Math.Min(BrakeForce * wheel.Brake, Math.Abs(wheel.Omega));
            wheel.Omega += -Math.Sign(wheel.Omega) * slower;
        }

        wheel.Phase += wheel.Omega * dt;
    }

    private void Slide(RaceWheel wheel, double dt)
    {
        bool onGrass = wheel.TileCount == 0;
        double limit = onGrass ? Grip * 0.6 : Math.Max(Grip * 0.6, Grip * 1.0);
        Vec2 forward = wheel.Body.WorldVector(new Vec2(0, 1));
        Vec2 side = wheel.Body.WorldVector(new Vec2(1, 0));
        Vec2 velocity = wheel.Body.LinearVelocity;
        double speed = ((double)forward.X * velocity.X) + ((double)forward.Y * velocity.Y);
        double drift = ((double)side.X * velocity.X) + ((double)side.Y * velocity.Y);
        double forwardForce = (-speed + (wheel.Omega * Radius)) * Stiffness;
        double sideForce = -drift * Stiffness;
        double force = Math.Sqrt((forwardForce * forwardForce) + (sideForce * sideForce));
        Marks.Note(wheel, onGrass, Math.Abs(force) > 2.0 * limit);
        if (Math.Abs(force) > limit)
        {
            forwardForce = forwardForce / force * limit;
            sideForce = sideForce / force * limit;
        }

        wheel.Omega -= dt * forwardForce * Radius / WheelInertia;
        wheel.Body.ApplyForceToCenter(new Vec2(
            (float)((sideForce * side.X) + (forwardForce * forward.X)),
            (float)((sideForce * side.Y) + (forwardForce * forward.Y))));
    }
}
