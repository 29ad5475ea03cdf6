namespace GymSharp.Physics2D;

/// <content>Joints.</content>
public sealed partial class World
{
    /// <summary>Joins two bodies.</summary>
    /// <exception cref="ArgumentException">A value of the description is out of range.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public RevoluteJoint CreateJoint(in RevoluteJointDescription description) => Add(new RevoluteJoint(description));

    /// <inheritdoc cref="CreateJoint(in RevoluteJointDescription)"/>
    public DistanceJoint CreateJoint(in DistanceJointDescription description) => Add(new DistanceJoint(description));

    /// <inheritdoc cref="CreateJoint(in RevoluteJointDescription)"/>
    public PrismaticJoint CreateJoint(in PrismaticJointDescription description) => Add(new PrismaticJoint(description));

    /// <inheritdoc cref="CreateJoint(in RevoluteJointDescription)"/>
    public WeldJoint CreateJoint(in WeldJointDescription description) => Add(new WeldJoint(description));

    /// <inheritdoc cref="CreateJoint(in RevoluteJointDescription)"/>
    public WheelJoint CreateJoint(in WheelJointDescription description) => Add(new WheelJoint(description));

    /// <summary>Takes a joint away and wakes both bodies.</summary>
    /// <exception cref="ArgumentException">The joint is not in this world.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void DestroyJoint(Joint joint)
    {
        RequireUnlocked();
        if (joint.Id >= jointSlots.Count || jointSlots[joint.Id] != joint)
        {
            throw new ArgumentException("The joint is not in this world; it may have been destroyed.", nameof(joint));
        }

        Unlink(joint);
        joint.BodyA.IsAwake = true;
        joint.BodyB.IsAwake = true;
        Unlink(joint.BodyA, joint.EdgeA);
        Unlink(joint.BodyB, joint.EdgeB);
        jointSlots[joint.Id] = null;
        freeJointSlots.Push(joint.Id);
        JointCount--;
        FilterContactsOf(joint);
    }

    private T Add<T>(T joint)
        where T : Joint
    {
        RequireUnlocked();
        if (joint.BodyA.World != this || joint.BodyB.World != this)
        {
            throw new ArgumentException("The joint's bodies are not both in this world.", nameof(joint));
        }

        joint.Id = TakeSlot(jointSlots, freeJointSlots, joint);
        Link(joint);
        FilterContactsOf(joint);
        return joint;
    }

    private void Link(Joint joint)
    {
        joint.Next = firstJoint;
        if (firstJoint is not null)
        {
            firstJoint.Previous = joint;
        }

        firstJoint = joint;
        JointCount++;
        Link(joint.BodyA, joint.EdgeA);
        Link(joint.BodyB, joint.EdgeB);
    }

    private static void Link(Body body, JointEdge edge)
    {
        edge.Next = body.FirstJoint;
        if (body.FirstJoint is not null)
        {
            body.FirstJoint.Previous = edge;
        }

        body.FirstJoint = edge;
    }

    // Contacts between joined bodies may have to go, or to come.
    private static void FilterContactsOf(Joint joint)
    {
        if (joint.CollideConnected)
        {
            return;
        }

        foreach (Contact contact in joint.BodyB.Contacts)
        {
            if (contact.BodyA == joint.BodyA || contact.BodyB == joint.BodyA)
            {
                contact.NeedsFiltering = true;
            }
        }
    }

    private void Unlink(Joint joint)
    {
        if (joint.Previous is not null)
        {
            joint.Previous.Next = joint.Next;
        }

        if (joint.Next is not null)
        {
            joint.Next.Previous = joint.Previous;
        }

        if (firstJoint == joint)
        {
            firstJoint = joint.Next;
        }
    }

    private static void Unlink(Body body, JointEdge edge)
    {
        if (edge.Previous is not null)
        {
            edge.Previous.Next = edge.Next;
        }

        if (edge.Next is not null)
        {
            edge.Next.Previous = edge.Previous;
        }

        if (body.FirstJoint == edge)
        {
            body.FirstJoint = edge.Next;
        }
    }
}
