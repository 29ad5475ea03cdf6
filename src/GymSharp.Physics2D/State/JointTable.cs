namespace GymSharp.Physics2D;

/// <summary>Saves and loads joints of all kinds.</summary>
internal static class JointTable
{
    public static Joint Sync(WorldSync sync, World world, Joint? joint)
    {
        Kind kind = sync.Sync(KindOf(joint));
        int id = sync.Sync(joint?.Id ?? 0);
        int idA = sync.Sync(joint?.BodyA.Id ?? 0);
        int idB = sync.Sync(joint?.BodyB.Id ?? 0);
        Vec2 anchorA = sync.Sync(joint?.LocalAnchorA ?? default);
        Vec2 anchorB = sync.Sync(joint?.LocalAnchorB ?? default);
        bool collide = sync.Sync(joint?.CollideConnected ?? false);
        if (joint is null)
        {
            WorldSync.Check(idA != idB);
            joint = Create(kind, (world.GetBody(idA), anchorA), (world.GetBody(idB), anchorB), collide);
            joint.Id = id;
        }

        joint.Impulse = sync.Sync(joint.Impulse);
        joint.Sync(sync);
        return joint;
    }

    private static Joint Create(Kind kind, (Body Body, Vec2 Anchor) a, (Body Body, Vec2 Anchor) b, bool collide) =>
        kind switch
        {
            Kind.Revolute => new RevoluteJoint(new(a.Body, b.Body)
            {
                LocalAnchorA = a.Anchor,
                LocalAnchorB = b.Anchor,
                CollideConnected = collide,
            }),
            Kind.Distance => new DistanceJoint(new(a.Body, b.Body)
            {
                LocalAnchorA = a.Anchor,
                LocalAnchorB = b.Anchor,
                CollideConnected = collide,
            }),
            Kind.Prismatic => new PrismaticJoint(new(a.Body, b.Body)
            {
                LocalAnchorA = a.Anchor,
                LocalAnchorB = b.Anchor,
                CollideConnected = collide,
            }),
            Kind.Weld => new WeldJoint(new(a.Body, b.Body)
            {
                LocalAnchorA = a.Anchor,
                LocalAnchorB = b.Anchor,
                CollideConnected = collide,
            }),
            Kind.Wheel => new WheelJoint(new(a.Body, b.Body)
            {
                LocalAnchorA = a.Anchor,
                LocalAnchorB = b.Anchor,
                CollideConnected = collide,
            }),
            _ => throw WorldSync.Damaged(),
        };

    private static Kind KindOf(Joint? joint) => joint switch
    {
        RevoluteJoint => Kind.Revolute,
        DistanceJoint => Kind.Distance,
        PrismaticJoint => Kind.Prismatic,
        WeldJoint => Kind.Weld,
        WheelJoint => Kind.Wheel,
        _ => Kind.None,
    };

    private enum Kind
    {
        None,
        Revolute,
        Distance,
        Prismatic,
        Weld,
        Wheel,
    }
}
