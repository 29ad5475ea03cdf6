namespace GymSharp.Physics2D;

/// <content>The step: collide, solve islands, look for pairs, solve times of impact.</content>
public sealed partial class World
{
    /// <summary>Lets time pass.</summary>
    /// <param name="dt">Seconds; the same in every step, or warm starting loses its sense.</param>
    /// <param name="velocityIterations">At least 0; 8 is usual.</param>
    /// <param name="positionIterations">At least 0; 3 is usual.</param>
    /// <exception cref="ArgumentException">The time is negative or not finite, or a count is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The world is in a step, or a body's motion has become infinite.
    /// </exception>
    public void Step(float dt, int velocityIterations, int positionIterations)
    {
        TimeStep step = Open(dt, velocityIterations, positionIterations);
        try
        {
            Contacts.Collide();
            if (dt > 0.0f)
            {
                for (Body? seed = FirstIsland(); seed is not null; seed = NextIsland(seed))
                {
                    island.Solve(step, Gravity, allowSleep, Contacts.Listener);
                    island.ReleaseStaticBodies();
                }

                Finish(step);
            }
        }
        finally
        {
            isLocked = false;
        }

        if (AutoClearForces)
        {
            ClearForces();
        }
    }

    // Checks, looks for pairs of new fixtures, and locks the world.
    private TimeStep Open(float dt, int velocityIterations, int positionIterations)
    {
        RequireUnlocked();
        Require.NotNegative(dt, nameof(dt));
        ArgumentOutOfRangeException.ThrowIfNegative(velocityIterations);
        ArgumentOutOfRangeException.ThrowIfNegative(positionIterations);
        if (HasNewFixture)
        {
            Contacts.FindNew();
            HasNewFixture = false;
        }

        isLocked = true;
        return new(dt, inverseStepBefore * dt, velocityIterations, positionIterations, WarmStarting);
    }

    // What comes after all islands.
    private void Finish(in TimeStep step)
    {
        for (Body? body = firstBody; body is not null; body = body.Next)
        {
            if (body.InIsland && body.Type != BodyType.Static)
            {
                body.SynchronizeFixtures();
            }
        }

        Contacts.FindNew();
        if (ContinuousPhysics)
        {
            SolveImpacts(step);
        }

        inverseStepBefore = 1.0f / step.Dt;
    }

    // Gathers the first island; null where nothing is awake.
    private Body? FirstIsland()
    {
        ClearIslandFlags();
        if (stack.Length < BodyCount)
        {
            stack = new Body?[Math.Max(BodyCount, 2 * stack.Length)];
        }

        return GatherFrom(firstBody);
    }

    private Body? NextIsland(Body seed) => GatherFrom(seed.Next);

    private Body? GatherFrom(Body? body)
    {
        Body? seed = SeedFrom(body);
        if (seed is not null)
        {
            Gather(seed);
        }

        return seed;
    }

    private static Body? SeedFrom(Body? body)
    {
        while (body is not null
            && (body.InIsland || !body.IsAwake || !body.IsActive || body.Type == BodyType.Static))
        {
            body = body.Next;
        }

        return body;
    }

    private void ClearIslandFlags()
    {
        for (Body? body = firstBody; body is not null; body = body.Next)
        {
            body.InIsland = false;
        }

        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            contact.InIsland = false;
        }

        for (Joint? joint = firstJoint; joint is not null; joint = joint.Next)
        {
            joint.InIsland = false;
        }
    }

    // Depth first over contacts and joints; static bodies belong to every island they touch and join none.
    private void Gather(Body seed)
    {
        island.Clear();
        int count = 0;
        stack[count++] = seed;
        seed.InIsland = true;
        while (count > 0)
        {
            Body body = stack[--count]!;
            island.Add(body);
            body.IsAwake = true;
            if (body.Type == BodyType.Static)
            {
                continue;
            }

            for (ContactEdge? edge = body.FirstContact; edge is not null; edge = edge.Next)
            {
                Contact contact = edge.Contact;
                if (contact.InIsland || !contact.IsEnabled || !contact.IsTouching
                    || contact.FixtureA.IsSensor || contact.FixtureB.IsSensor)
                {
                    continue;
                }

                island.Add(contact);
                contact.InIsland = true;
                Reach(edge.Other, ref count);
            }

            for (JointEdge? edge = body.FirstJoint; edge is not null; edge = edge.Next)
            {
                if (edge.Joint.InIsland || !edge.Other.IsActive)
                {
                    continue;
                }

                island.Add(edge.Joint);
                edge.Joint.InIsland = true;
                Reach(edge.Other, ref count);
            }
        }
    }

    private void Reach(Body body, ref int count)
    {
        if (!body.InIsland)
        {
            stack[count++] = body;
            body.InIsland = true;
        }
    }
}
