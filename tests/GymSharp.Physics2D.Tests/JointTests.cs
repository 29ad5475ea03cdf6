namespace GymSharp.Physics2D;

public sealed class JointTests
{
    [Fact]
    public void A_motor_turns_a_hinge_at_its_speed_up_to_its_limit()
    {
        (World world, Body anchor, Body body) = Pair(gravity: 0);
        RevoluteJoint joint = world.CreateJoint(RevoluteJointDescription.At(anchor, body, Vec2.Zero) with
        {
            EnableMotor = true,
            MotorSpeed = 1,
            MaximumMotorTorque = 100,
            EnableLimit = true,
            LowerAngle = -1,
            UpperAngle = 1,
        });
        Piles.Run(world, 30);
        Assert.Equal(1, joint.Speed, 0.01f);
        Assert.Equal(0.5f, joint.Angle, 0.02f);
        Piles.Run(world, 120);
        Assert.Equal(1, joint.Angle, 0.05f);
        Assert.Equal(LimitState.AtUpper, joint.LimitState);
        Assert.Equal(100, joint.MotorTorque(60), 0.1f);
    }

    [Fact]
    public void A_hinge_carries_the_weight_of_its_body()
    {
        (World world, Body anchor, Body body) = Pair(gravity: -10);
        RevoluteJoint joint = world.CreateJoint(RevoluteJointDescription.At(anchor, body, body.Position));
        Piles.Run(world, 60);
        Assert.Equal(body.Mass * 10, joint.ReactionForce(60).Y, 0.05f);
        Assert.True((joint.AnchorA - joint.AnchorB).Length < PhysicsConstants.LinearSlop);
    }

    [Fact]
    public void A_rod_keeps_its_length()
    {
        (World world, Body anchor, Body body) = Pair(gravity: -10);
        DistanceJoint joint = world.CreateJoint(
            DistanceJointDescription.Between(anchor, body, anchor.Position, body.Position));
        for (int i = 0; i < 120; i++)
        {
            Piles.Run(world, 1);
            Assert.Equal(joint.Length, (joint.AnchorB - joint.AnchorA).Length, 0.01f);
        }
    }

    [Fact]
    public void A_slider_moves_along_its_line_and_stops_at_its_limit()
    {
        (World world, Body anchor, Body body) = Pair(gravity: -10);
        PrismaticJoint joint = world.CreateJoint(
            PrismaticJointDescription.Along(anchor, body, body.Position, new(0, 1)) with
            {
                EnableLimit = true,
                LowerTranslation = -2,
                UpperTranslation = 1,
            });
        Piles.Run(world, 200);
        Assert.Equal(-2, joint.Translation, 0.02f);
        Assert.Equal(2, body.Position.X, 0.01f);
        Assert.Equal(0, body.Angle, 0.01f);
    }

    [Fact]
    public void A_weld_holds_a_body_in_its_place()
    {
        (World world, Body anchor, Body body) = Pair(gravity: -10);
        world.CreateJoint(WeldJointDescription.At(anchor, body, new(1, 0)));
        Piles.Run(world, 200);
        Assert.Equal(2, body.Position.X, 0.05f);
        Assert.Equal(0, body.Position.Y, 0.1f);
    }

    [Fact]
    public void A_wheel_hangs_on_its_spring_and_its_motor_turns_it()
    {
        (World world, Body anchor, Body body) = Pair(gravity: -10);
        WheelJoint joint = world.CreateJoint(WheelJointDescription.At(anchor, body, body.Position, new(0, 1)) with
        {
            EnableMotor = true,
            MotorSpeed = 5,
            MaximumMotorTorque = 50,
            Frequency = 2,
            DampingRatio = 0.7f,
        });
        Piles.Run(world, 300);

        // At rest the spring k = m (2 pi f)² gives the weight m g.
        float sag = 10 / (4 * PhysicsConstants.Pi * 4 * PhysicsConstants.Pi);
        Assert.Equal(-sag, joint.Translation, 0.01f);
        Assert.Equal(5, joint.Speed, 0.01f);
    }

    [Fact]
    public void Joined_bodies_collide_only_if_the_joint_says_so()
    {
        Assert.Equal(0, Contacts(collide: false));
        Assert.Equal(1, Contacts(collide: true));
    }

    private static int Contacts(bool collide)
    {
        (World world, Body anchor, Body body) = Pair(gravity: 0);
        body.SetTransform(new(0.5f, 0), 0);
        world.CreateJoint(RevoluteJointDescription.At(anchor, body, Vec2.Zero) with { CollideConnected = collide });
        Piles.Run(world, 1);
        return world.ContactCount;
    }

    private static (World World, Body Anchor, Body Body) Pair(float gravity)
    {
        World world = new(new(0, gravity)) { AllowSleep = false };
        Body anchor = world.CreateBody(new BodyDescription());
        anchor.CreateFixture(PolygonShape.Box(0.5f, 0.5f));
        Body body = world.CreateBody(new BodyDescription { Type = BodyType.Dynamic, Position = new(2, 0) });
        body.CreateFixture(PolygonShape.Box(0.5f, 0.5f), density: 1);
        return (world, anchor, body);
    }
}
