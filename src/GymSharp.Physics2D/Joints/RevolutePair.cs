namespace GymSharp.Physics2D;

/// <summary>
/// Two hinges on one body and nothing else, as a lander with two legs in flight: the velocities of the three bodies
/// stay in registers over all iterations.
/// </summary>
internal static class RevolutePair
{
    public static void Iterate(
        int count, RevoluteJoint first, RevoluteJoint second, Span<JointImpulse> impulses,
        Span<BodyVelocity> velocities)
    {
        ref readonly RevoluteConstraint c1 = ref first.Constraint;
        ref readonly RevoluteConstraint c2 = ref second.Constraint;
        JointImpulse impulse1 = impulses[0];
        JointImpulse impulse2 = impulses[1];
        BodyVelocity a = velocities[first.IndexA];
        BodyVelocity b1 = velocities[first.IndexB];
        BodyVelocity b2 = velocities[second.IndexB];
        for (int i = 0; i < count; i++)
        {
            RevoluteConstraint.Solve(c1, ref impulse1, ref a, ref b1);
            RevoluteConstraint.Solve(c2, ref impulse2, ref a, ref b2);
        }

        impulses[0] = impulse1;
        impulses[1] = impulse2;
        velocities[first.IndexA] = a;
        velocities[first.IndexB] = b1;
        velocities[second.IndexB] = b2;
    }

    /// <summary>Whether two joints are such a pair.</summary>
    public static bool Is(Joint joint1, Joint joint2, out RevoluteJoint first, out RevoluteJoint second)
    {
        first = (joint1 as RevoluteJoint)!;
        second = (joint2 as RevoluteJoint)!;
        return first is not null && second is not null && first.BodyA == second.BodyA && first.BodyB != second.BodyB;
    }
}
