namespace GymSharp.Physics2D;

/// <summary>Bodies that push each other, solved together: what is in it, and the memory of its solvers.</summary>
internal sealed partial class Island
{
    private Body[] bodies = new Body[8];
    private Contact[] contacts = new Contact[8];
    private Joint[] joints = new Joint[4];
    private BodyVelocity[] velocities = new BodyVelocity[8];
    private BodyPosition[] positions = new BodyPosition[8];
    private ContactVelocityConstraint[] velocityConstraints = new ContactVelocityConstraint[8];
    private ContactPositionConstraint[] positionConstraints = new ContactPositionConstraint[8];
    private PointImpulses[] pointImpulses = new PointImpulses[8];
    private JointImpulse[] jointImpulses = new JointImpulse[4];
    private int bodyCount;
    private int contactCount;
    private int jointCount;

    public ReadOnlySpan<Body> Bodies => bodies.AsSpan(0, bodyCount);

    /// <summary>Whether no more bodies or contacts of a time of impact are taken.</summary>
    public bool IsFullOfImpacts => bodyCount == 2 * PhysicsConstants.MaximumToiContacts
        || contactCount == PhysicsConstants.MaximumToiContacts;

    public void Clear()
    {
        bodyCount = 0;
        contactCount = 0;
        jointCount = 0;
    }

    public void Add(Body body)
    {
        if (bodyCount == bodies.Length)
        {
            Array.Resize(ref bodies, 2 * bodyCount);
            velocities = new BodyVelocity[2 * bodyCount];
            positions = new BodyPosition[2 * bodyCount];
        }

        body.IslandIndex = bodyCount;
        bodies[bodyCount++] = body;
    }

    public void Add(Contact contact)
    {
        if (contactCount == contacts.Length)
        {
            Array.Resize(ref contacts, 2 * contactCount);
            velocityConstraints = new ContactVelocityConstraint[2 * contactCount];
            positionConstraints = new ContactPositionConstraint[2 * contactCount];
            pointImpulses = new PointImpulses[2 * contactCount];
        }

        contacts[contactCount++] = contact;
    }

    public void Add(Joint joint)
    {
        if (jointCount == joints.Length)
        {
            Array.Resize(ref joints, 2 * jointCount);
            jointImpulses = new JointImpulse[2 * jointCount];
        }

        joints[jointCount++] = joint;
    }

    /// <summary>Lets static bodies take part in other islands.</summary>
    public void ReleaseStaticBodies()
    {
        foreach (Body body in Bodies)
        {
            if (body.Type == BodyType.Static)
            {
                body.InIsland = false;
            }
        }
    }
}
