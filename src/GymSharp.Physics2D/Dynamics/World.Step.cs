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
                for (int seed = FirstIsland(); seed >= 0; seed = NextIsland(seed))
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
        foreach (Body body in Moving)
        {
            if (body.InIsland)
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
        isSettled = true;
    }

    // Gathers the first island; below 0 where nothing is awake.
    private int FirstIsland()
    {
        ClearIslandFlags();
        if (stack.Length < BodyCount)
        {
            stack = new Body?[Math.Max(BodyCount, 2 * stack.Length)];
        }

        return NextIsland(-1);
    }

    // Gathers the island of the next seed.
    private int NextIsland(int seed)
    {
        seed = SeedAfter(seed);
        if (seed >= 0)
        {
            Gather(Moving[seed]);
        }

        return seed;
    }

    private int SeedAfter(int seed)
    {
        ReadOnlySpan<Body> bodies = Moving;
        for (int i = seed + 1; i < bodies.Length; i++)
        {
            if (!bodies[i].InIsland && bodies[i].IsAwake && bodies[i].IsActive)
            {
                return i;
            }
        }

        return -1;
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
