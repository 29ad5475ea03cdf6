using System.Diagnostics.CodeAnalysis;
using GymSharp.Physics2D;
using GymSharp.Randomness;

namespace GymSharp.Environments.Box2D;

/// <summary>The world of the lander: moon, hull, two legs on springs, and wind.</summary>
internal sealed partial class LanderSimulation : IContactListener
{
    /// <summary>Legs: the left, then the right.</summary>
    public const int Legs = 2;

    private const double Scale = LanderScale.Scale;
    private const double LegAway = 20;
    private const double LegDown = 18;
    private const float LegSpringTorque = 40;
    private const double InitialForce = 1000.0;
    private readonly LunarLanderOptions options;
    private readonly bool hasFlames;
    private readonly Body?[] legs = new Body?[Legs];
    private readonly bool[] touches = new bool[Legs];
    private World? world;
    private Body? hull;
    private bool hasCrashed;
    private long windIndex;
    private long torqueIndex;

    /// <summary>Prepares a simulation; <see cref="Reset"/> starts it.</summary>
    public LanderSimulation(LunarLanderOptions options)
    {
        this.options = options;
        hasFlames = options.RenderMode != RenderMode.None;
    }

    /// <summary>Whether an episode was started.</summary>
    [MemberNotNullWhen(true, nameof(world), nameof(hull))]
    public bool IsStarted => world is not null && hull is not null;

    /// <summary>The moon's surface.</summary>
    public LanderTerrain Terrain { get; } = new();

    /// <summary>The flames.</summary>
    public LanderParticles Particles { get; } = new();

    /// <summary>The hull.</summary>
    public Body Hull => hull!;

    /// <summary>Whether the hull has touched the moon.</summary>
    public bool HasCrashed => hasCrashed;

    /// <summary>Where the wind is in its course.</summary>
    public (long Wind, long Torque) Wind => (windIndex, torqueIndex);

    /// <summary>A leg.</summary>
    public Body Leg(int index) => legs[index]!;

    /// <summary>Whether a leg touches the moon.</summary>
    public bool Touches(int leg) => touches[leg];

    /// <summary>Makes a new world with a new moon.</summary>
    public void Reset(Rng rng)
    {
        Particles.Clear();
        touches.AsSpan().Clear();
        hasCrashed = false;
        Terrain.Generate(rng);
        world = new World(new Vec2(0, (float)options.Gravity)) { ContactListener = this };
        CreateMoon(world);
        hull = world.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            Position = new Vec2((float)(LanderTerrain.Width / 2), (float)LanderTerrain.Height),
        });
        hull.CreateFixture(LanderShapes.HullFixture);
        double push = rng.Uniform(-InitialForce, InitialForce);
        hull.ApplyForceToCenter(new Vec2((float)push, (float)rng.Uniform(-InitialForce, InitialForce)));
        if (options.EnableWind)
        {
            windIndex = rng.Integers(-9999, 9999);
            torqueIndex = rng.Integers(-9999, 9999);
        }

        legs[0] = CreateLeg(world, hull, -1);
        legs[1] = CreateLeg(world, hull, +1);
    }

    /// <summary>Fires the engines and lets 1/50 s pass.</summary>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    public void Step(in LanderThrust thrust, Rng rng)
    {
        Begin(thrust, rng).Step(LanderScale.StepLength, LanderScale.VelocityIterations, LanderScale.PositionIterations);
        End();
    }

    /// <summary>Fires the engines.</summary>
    /// <returns>The world to step.</returns>
    /// <exception cref="ResetNeededException">No episode was started.</exception>
    public World Begin(in LanderThrust thrust, Rng rng)
    {
        if (!IsStarted)
        {
            throw new ResetNeededException("There is no episode to take a step in. Call Reset first.");
        }

        if (options.EnableWind && !touches[0] && !touches[1])
        {
            Blow(hull);
        }

        double spread = rng.Uniform(-1.0, 1.0) / Scale;
        double offset = rng.Uniform(-1.0, 1.0) / Scale;
        if (thrust.Main > 0)
        {
            FireMain(thrust.Main, spread, offset);
        }

        if (thrust.Side > 0)
        {
            FireSide(thrust.Side, thrust.Direction, spread, offset);
        }

        return world;
    }

    /// <summary>What comes after the world's step.</summary>
    public void End() => Particles.Fade(world!);

    /// <inheritdoc/>
    public void BeginContact(Contact contact)
    {
        Body a = contact.FixtureA.Body;
        Body b = contact.FixtureB.Body;
        hasCrashed |= a == hull || b == hull;
        SetTouch(a, b, true);
    }

    /// <inheritdoc/>
    public void EndContact(Contact contact) => SetTouch(contact.FixtureA.Body, contact.FixtureB.Body, false);

    private static Body CreateLeg(World world, Body hull, int side)
    {
        Body leg = world.CreateBody(new BodyDescription
        {
            Type = BodyType.Dynamic,
            Position = new Vec2(
                (float)((LanderTerrain.Width / 2) - (side * LegAway / Scale)), (float)LanderTerrain.Height),
            Angle = (float)(side * 0.05),
        });
        leg.CreateFixture(LanderShapes.LegFixture);
        world.CreateJoint(new RevoluteJointDescription(hull, leg)
        {
            ReferenceAngle = leg.Angle - hull.Angle,
            LocalAnchorB = new Vec2((float)(side * LegAway / Scale), (float)(LegDown / Scale)),
            EnableMotor = true,
            EnableLimit = true,
            MaximumMotorTorque = LegSpringTorque,
            MotorSpeed = (float)(0.3 * side),
            LowerAngle = (float)(side < 0 ? 0.9 - 0.5 : -0.9),
            UpperAngle = (float)(side < 0 ? 0.9 : -0.9 + 0.5),
        });
        return leg;
    }

    private void CreateMoon(World world)
    {
        Body moon = world.CreateBody(new BodyDescription());
        moon.CreateFixture(new EdgeShape(Vec2.Zero, new Vec2((float)LanderTerrain.Width, 0)));
        for (int i = 0; i + 1 < LanderTerrain.Points; i++)
        {
            EdgeShape edge = new(SurfacePoint(i), SurfacePoint(i + 1));
            moon.CreateFixture(new FixtureDescription(edge) { Friction = 0.1f });
        }
    }

    private Vec2 SurfacePoint(int point) => new((float)LanderTerrain.X(point), (float)Terrain.Heights[point]);

    private void SetTouch(Body a, Body b, bool value)
    {
        for (int i = 0; i < Legs; i++)
        {
            if (a == legs[i] || b == legs[i])
            {
                touches[i] = value;
            }
        }
    }
}
