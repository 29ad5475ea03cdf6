using System.Diagnostics.CodeAnalysis;
using GymSharp.Physics2D;
using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>The world of the walker: terrain, hull, two legs of two parts each, and a rangefinder.</summary>
/// <remarks>
/// The world outlives an episode, as in Gymnasium: where bodies, proxies and contacts of the next one are kept depends
/// on what was freed, and with it the order in which contacts are solved.
/// </remarks>
internal sealed partial class WalkerSimulation : IContactListener
{
    /// <summary>Parts of the legs: upper and lower of the first, upper and lower of the second.</summary>
    public const int Limbs = 4;

    private const double Gravity = -10;
    private const double InitialForce = 5;
    private const float MotorTorque = 80;
    private World world = new(new Vec2(0, (float)Gravity));
    private readonly List<Body> ground = [];
    private readonly Body?[] limbs = new Body?[Limbs];
    private readonly RevoluteJoint?[] joints = new RevoluteJoint?[Limbs];
    private readonly bool[] touches = new bool[Limbs];
    private Body? hull;
    private bool hasFallen;

    /// <summary>Prepares a simulation; <see cref="Reset"/> starts it.</summary>
    public WalkerSimulation(bool hardcore)
    {
        Terrain = new WalkerTerrain(hardcore);
    }

    /// <summary>Whether an episode was started.</summary>
    [MemberNotNullWhen(true, nameof(hull))]
    public bool IsStarted => hull is not null;

    /// <summary>The ground.</summary>
    public WalkerTerrain Terrain { get; }

    /// <summary>The clouds.</summary>
    public WalkerClouds Clouds { get; } = new();

    /// <summary>What the rangefinder sees.</summary>
    public WalkerLidar Lidar { get; } = new();

    /// <summary>The hull.</summary>
    public Body Hull => hull!;

    /// <summary>Whether the hull has touched the ground.</summary>
    public bool HasFallen => hasFallen;

    /// <summary>Bodies of the ground.</summary>
    public int GroundBodyCount => ground.Count;

    /// <summary>A part of a leg.</summary>
    public Body Limb(int index) => limbs[index]!;

    /// <summary>The joint above a part of a leg.</summary>
    public RevoluteJoint Joint(int index) => joints[index]!;

    /// <summary>Whether a part of a leg touches the ground; kept for lower parts only.</summary>
    public bool Touches(int limb) => touches[limb];

    /// <summary>Clears the world and puts a new terrain and a new walker in it.</summary>
    public void Reset(Rng rng)
    {
        Destroy();
        hasFallen = false;
        touches.AsSpan().Clear();
        Terrain.Generate(rng);
        CreateGround();
        Clouds.Generate(rng);
        CreateWalker(rng);
        world.ContactListener = this;
    }

    /// <summary>The world, which outlives episodes but not a loaded state.</summary>
    public World World => world;

    /// <summary>Lets 1/50 s pass, and looks around.</summary>
    public void Step()
    {
        world.Step(WalkerScale.StepLength, WalkerScale.VelocityIterations, WalkerScale.PositionIterations);
        Look();
    }

    /// <summary>Looks around, after the world's step.</summary>
    public void Look() => Lidar.Look(world, Hull.Position);

    /// <summary>Sets what a joint's motor aims at.</summary>
    /// <param name="joint">The joint.</param>
    /// <param name="speed">rad/s.</param>
    /// <param name="torque">N m at most.</param>
    public void Drive(int joint, float speed, float torque)
    {
        Joint(joint).MotorSpeed = speed;
        Joint(joint).MaximumMotorTorque = torque;
    }

    /// <inheritdoc/>
    public void BeginContact(Contact contact)
    {
        Body a = contact.FixtureA.Body;
        Body b = contact.FixtureB.Body;
        hasFallen |= a == hull || b == hull;
        SetTouch(a, b, true);
    }

    /// <inheritdoc/>
    public void EndContact(Contact contact) => SetTouch(contact.FixtureA.Body, contact.FixtureB.Body, false);

    private void SetTouch(Body a, Body b, bool value)
    {
        for (int lower = 1; lower < Limbs; lower += 2)
        {
            if (a == limbs[lower] || b == limbs[lower])
            {
                touches[lower] = value;
            }
        }
    }

    // In the order of Gymnasium: the ground from right to left, obstacles last, then the walker.
    private void Destroy()
    {
        world.ContactListener = null;
        for (int i = ground.Count - 1; i >= 0; i--)
        {
            world.DestroyBody(ground[i]);
        }

        ground.Clear();
        if (hull is null)
        {
            return;
        }

        world.DestroyBody(hull);
        hull = null;
        foreach (Body? limb in limbs)
        {
            world.DestroyBody(limb!);
        }
    }

    private void CreateGround()
    {
        for (int i = 0; i < Terrain.ObstacleCount; i++)
        {
            Body obstacle = world.CreateBody(new BodyDescription());
            obstacle.CreateFixture(
                new FixtureDescription(new PolygonShape(Terrain.Obstacle(i))) { Friction = WalkerScale.Friction });
            ground.Add(obstacle);
        }

        for (int i = 0; i + 1 < Terrain.Heights.Length; i++)
        {
            Body piece = world.CreateBody(new BodyDescription());
            EdgeShape edge = new(GroundPoint(i), GroundPoint(i + 1));
            piece.CreateFixture(new FixtureDescription(edge)
            {
                Friction = WalkerScale.Friction,
                Filter = new CollisionFilter(0x0001, 0xFFFF),
            });
            ground.Add(piece);
        }
    }

    private Vec2 GroundPoint(int point) =>
        new((float)(point * WalkerScale.TerrainStep), (float)Terrain.Heights[point]);

    private void CreateWalker(Rng rng)
    {
        const double X = WalkerScale.TerrainStep * WalkerScale.TerrainStartPad / 2;
        const double Y = WalkerScale.TerrainHeight + (2 * WalkerShapes.LegHeight);
        hull = CreateBody(X, Y, 0, WalkerShapes.Hull);
        hull.ApplyForceToCenter(new Vec2((float)rng.Uniform(-InitialForce, InitialForce), 0));
        for (int leg = 0; leg < 2; leg++)
        {
            int side = (2 * leg) - 1;
            Body upper = CreateBody(
                X, Y - (WalkerShapes.LegHeight / 2) - WalkerShapes.LegDown, side * 0.05, WalkerShapes.Upper);
            limbs[2 * leg] = upper;
            joints[2 * leg] = Join(hull, upper, WalkerShapes.LegDown, side, (-0.8, 1.1));
            Body lower = CreateBody(
                X, Y - (WalkerShapes.LegHeight * 3 / 2) - WalkerShapes.LegDown, side * 0.05, WalkerShapes.Lower);
            limbs[(2 * leg) + 1] = lower;
            joints[(2 * leg) + 1] = Join(upper, lower, -WalkerShapes.LegHeight / 2, 1, (-1.6, -0.1));
        }
    }

    private Body CreateBody(double x, double y, double angle, in FixtureDescription fixture)
    {
        Body body = world.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            Position = new Vec2((float)x, (float)y),
            Angle = (float)angle,
        });
        body.CreateFixture(fixture);
        return body;
    }

    private RevoluteJoint Join(
        Body above, Body below, double anchor, double speed, (double Lower, double Upper) limits) =>
        world.CreateJoint(new RevoluteJointDescription(above, below)
        {
            ReferenceAngle = below.Angle - above.Angle,
            LocalAnchorA = new Vec2(0, (float)anchor),
            LocalAnchorB = new Vec2(0, (float)(WalkerShapes.LegHeight / 2)),
            EnableMotor = true,
            EnableLimit = true,
            MaximumMotorTorque = MotorTorque,
            MotorSpeed = (float)speed,
            LowerAngle = (float)limits.Lower,
            UpperAngle = (float)limits.Upper,
        });
}
