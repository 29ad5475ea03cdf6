namespace GymSharp.Physics2D.Scenes;

/// <summary>Reads the joints of scenes.</summary>
internal static class SceneJoints
{
    public static Joint Create(World world, SceneReader line, List<Body> bodies)
    {
        Body a = bodies[line.Int()];
        Body b = bodies[line.Int()];
        Vec2 anchorA = line.Vec();
        Vec2 anchorB = line.Vec();
        return line.Verb switch
        {
            "revolute" => Revolute(world, line, new(a, b) { LocalAnchorA = anchorA, LocalAnchorB = anchorB }),
            "distance" => Distance(world, line, new(a, b) { LocalAnchorA = anchorA, LocalAnchorB = anchorB }),
            "prismatic" => Prismatic(world, line, new(a, b) { LocalAnchorA = anchorA, LocalAnchorB = anchorB }),
            "weld" => Weld(world, line, new(a, b) { LocalAnchorA = anchorA, LocalAnchorB = anchorB }),
            _ => Wheel(world, line, new(a, b) { LocalAnchorA = anchorA, LocalAnchorB = anchorB }),
        };
    }

    private static RevoluteJoint Revolute(World world, SceneReader line, RevoluteJointDescription joint) =>
        world.CreateJoint(joint with
        {
            ReferenceAngle = line.Float(),
            EnableLimit = line.Bool(),
            LowerAngle = line.Float(),
            UpperAngle = line.Float(),
            EnableMotor = line.Bool(),
            MotorSpeed = line.Float(),
            MaximumMotorTorque = line.Float(),
            CollideConnected = line.Bool(),
        });

    private static DistanceJoint Distance(World world, SceneReader line, DistanceJointDescription joint) =>
        world.CreateJoint(joint with
        {
            Length = line.Float(),
            Frequency = line.Float(),
            DampingRatio = line.Float(),
            CollideConnected = line.Bool(),
        });

    private static PrismaticJoint Prismatic(World world, SceneReader line, PrismaticJointDescription joint) =>
        world.CreateJoint(joint with
        {
            LocalAxisA = line.Vec(),
            ReferenceAngle = line.Float(),
            EnableLimit = line.Bool(),
            LowerTranslation = line.Float(),
            UpperTranslation = line.Float(),
            EnableMotor = line.Bool(),
            MotorSpeed = line.Float(),
            MaximumMotorForce = line.Float(),
            CollideConnected = line.Bool(),
        });

    private static WeldJoint Weld(World world, SceneReader line, WeldJointDescription joint) =>
        world.CreateJoint(joint with
        {
            ReferenceAngle = line.Float(),
            Frequency = line.Float(),
            DampingRatio = line.Float(),
            CollideConnected = line.Bool(),
        });

    private static WheelJoint Wheel(World world, SceneReader line, WheelJointDescription joint) =>
        world.CreateJoint(joint with
        {
            LocalAxisA = line.Vec(),
            EnableMotor = line.Bool(),
            MotorSpeed = line.Float(),
            MaximumMotorTorque = line.Float(),
            Frequency = line.Float(),
            DampingRatio = line.Float(),
            CollideConnected = line.Bool(),
        });
}
