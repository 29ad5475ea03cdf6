namespace GymSharp.Physics2D;

public sealed class InputTests
{
    public static TheoryData<string, Action<World, Body>> Refused => new()
    {
        { "force", (_, body) => body.ApplyForceToCenter(new(float.NaN, 0)) },
        { "point", (_, body) => body.ApplyForce(new(1, 0), new(float.PositiveInfinity, 0)) },
        { "torque", (_, body) => body.ApplyTorque(float.NaN) },
        { "impulse", (_, body) => body.ApplyLinearImpulse(new(0, float.NegativeInfinity), Vec2.Zero) },
        { "spin", (_, body) => body.ApplyAngularImpulse(float.NaN) },
        { "velocity", (_, body) => body.LinearVelocity = new(1e30f, 0) },
        { "omega", (_, body) => body.AngularVelocity = float.NaN },
        { "position", (_, body) => body.SetTransform(new(1e30f, 0), 0) },
        { "mass", (_, body) => body.SetMass(new(-1, Vec2.Zero, 0)) },
        { "inertia", (_, body) => body.SetMass(new(1, new(10, 0), 1)) },
        { "density", (_, body) => body.CreateFixture(new CircleShape(1), density: -1) },
        { "friction", (_, body) => body.CreateFixture(new FixtureDescription(new CircleShape(1)) { Friction = -1 }) },
        { "no shape", (_, body) => body.CreateFixture(default) },
        { "body", (world, _) => world.CreateBody(new BodyDescription { Position = new(float.NaN, 0) }) },
        { "damping", (world, _) => world.CreateBody(new BodyDescription { LinearDamping = -1 }) },
        { "time", (world, _) => world.Step(float.NaN, 1, 1) },
        { "iterations", (world, _) => world.Step(0.1f, -1, 1) },
        { "ray", (world, _) => { NearestHit hit = new(); world.RayCast(ref hit, new(1, 1), new(1, 1)); } },
        { "one body", (world, body) => world.CreateJoint(new RevoluteJointDescription(body, body)) },
        { "no body", (world, _) => world.CreateJoint(default(WeldJointDescription)) },
        { "limits", (world, body) => world.CreateJoint(Hinge(world, body) with { LowerAngle = 2, UpperAngle = 1 }) },
        { "anchor", (world, body) => world.CreateJoint(Hinge(world, body) with { LocalAnchorA = new(float.NaN, 0) }) },
        { "motor", (world, body) => world.CreateJoint(Hinge(world, body)).MotorSpeed = float.NaN },
        { "axis", (world, body) => world.CreateJoint(
            new PrismaticJointDescription(world.Bodies.Last(), body) { LocalAxisA = Vec2.Zero }) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Numbers_that_would_poison_the_world_are_refused(string name, Action<World, Body> act)
    {
        Assert.NotEmpty(name);
        (World world, Body ball) = Piles.Ball();
        ulong before = world.StateHash();
        Assert.ThrowsAny<ArgumentException>(() => act(world, ball));
        Assert.Equal(before, world.StateHash());
    }

    [Fact]
    public void A_motion_that_becomes_infinite_is_an_error_and_leaves_finite_numbers()
    {
        (World world, Body ball) = Piles.Ball();
        ball.ApplyForceToCenter(new(float.MaxValue, 0));
        ball.ApplyForceToCenter(new(float.MaxValue, 0));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Piles.Run(world, 1));
        Assert.Contains("infinite", error.Message, StringComparison.Ordinal);
        Assert.True(ball.Position.IsFinite && ball.LinearVelocity.IsFinite);
    }

    private static RevoluteJointDescription Hinge(World world, Body body) =>
        RevoluteJointDescription.At(world.Bodies.Last(), body, body.Position);
}
