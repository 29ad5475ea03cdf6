namespace GymSharp.Physics2D;

/// <content>
/// Continuous collision: the earliest time of impact of the step is solved, its bodies move on from there, and so
/// forth.
/// </content>
public sealed partial class World
{
    private const int ImpactPositionIterations = 20;
    private const float AlmostOne = 1.0f - 10.0f * PhysicsConstants.Epsilon;

    private void SolveImpacts(in TimeStep step)
    {
        foreach (Body body in Moving)
        {
            body.InIsland = false;
            body.Sweep.StartTime = 0.0f;
        }

        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            contact.HasImpactTime = false;
            contact.InIsland = false;
            contact.ImpactCount = 0;
            contact.ImpactTime = 1.0f;
        }

        bool had = false;
        while (FirstImpact(out float time) is { } contact && time <= AlmostOne)
        {
            Impact(contact, time, step);
            had = true;
        }

        if (had)
        {
            EndImpacts();
        }
    }

    private Contact? FirstImpact(out float time)
    {
        Contact? first = null;
        time = 1.0f;
        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            if (!contact.IsEnabled || contact.ImpactCount > PhysicsConstants.MaximumSubSteps)
            {
                continue;
            }

            if (!contact.HasImpactTime)
            {
                if (!CanMiss(contact))
                {
                    continue;
                }

                contact.ImpactTime = ImpactTimeOf(contact);
                contact.HasImpactTime = true;
            }

            if (contact.ImpactTime < time)
            {
                first = contact;
                time = contact.ImpactTime;
            }
        }

        return first;
    }

    // Only awake bodies can, and those only against bodies that do not move freely, or as bullets.
    private static bool CanMiss(Contact contact)
    {
        Body a = contact.BodyA;
        Body b = contact.BodyB;
        return !contact.FixtureA.IsSensor && !contact.FixtureB.IsSensor
            && ((a.IsAwake && a.Type != BodyType.Static) || (b.IsAwake && b.Type != BodyType.Static))
            && (a.IsBullet || a.Type != BodyType.Dynamic || b.IsBullet || b.Type != BodyType.Dynamic);
    }

    private static float ImpactTimeOf(Contact contact)
    {
        Body a = contact.BodyA;
        Body b = contact.BodyB;
        float start = a.Sweep.StartTime;
        if (a.Sweep.StartTime < b.Sweep.StartTime)
        {
            start = b.Sweep.StartTime;
            a.Sweep.Advance(start);
        }
        else if (b.Sweep.StartTime < a.Sweep.StartTime)
        {
            b.Sweep.Advance(start);
        }

        if (AreApart(contact) || StaysClear(contact))
        {
            return 1.0f;
        }

        float? share = TimeOfImpact.Find(
            contact.FixtureA.Shape.Proxy(contact.ChildA), a.Sweep,
            contact.FixtureB.Shape.Proxy(contact.ChildB), b.Sweep);
        return share is { } beta ? Scalar.Min(start + (1.0f - start) * beta, 1.0f) : 1.0f;
    }

    // Shapes touch closer together than their boxes' margins. So where the boxes around the motions are apart, nothing
    // is to be sought.
    private static bool AreApart(Contact contact) => contact.FixtureA.TryGetSwept(out Aabb a)
        && contact.FixtureB.TryGetSwept(out Aabb b)
        && !Aabb.Overlap(a.Grown(contact.BodyA.Bulge(a) + contact.BodyB.Bulge(b)), b);

    private static bool StaysClear(Contact contact) => contact.BodyA.Type == BodyType.Static
        && contact.FixtureA.Shape is EdgeShape edge && contact.FixtureB.Shape is PolygonShape polygon
        && EdgeClearance.Holds(edge.Geometry, edge.Radius, contact.BodyA.Frame, polygon, contact.BodyB);

    private void Impact(Contact contact, float time, in TimeStep step)
    {
        Body a = contact.BodyA;
        Body b = contact.BodyB;
        Sweep sweepA = a.Sweep;
        Sweep sweepB = b.Sweep;
        a.Advance(time);
        b.Advance(time);
        contact.Update(Contacts.Listener);
        contact.HasImpactTime = false;
        contact.ImpactCount++;
        if (!contact.IsEnabled || !contact.IsTouching)
        {
            contact.IsEnabled = false;
            Restore(a, sweepA);
            Restore(b, sweepB);
            return;
        }

        a.IsAwake = true;
        b.IsAwake = true;
        island.Clear();
        island.Add(a);
        island.Add(b);
        island.Add(contact);
        a.InIsland = true;
        b.InIsland = true;
        contact.InIsland = true;
        GatherNeighbors(a, time);
        GatherNeighbors(b, time);
        island.SolveImpact(
            new((1.0f - time) * step.Dt, 1.0f, step.VelocityIterations, ImpactPositionIterations, WarmStarting: false),
            Contacts.Listener);
        EndImpact();
    }

    // Contacts that also hold at the time of impact, of bodies that do not move freely or bullets.
    private void GatherNeighbors(Body body, float time)
    {
        if (body.Type != BodyType.Dynamic)
        {
            return;
        }

        for (ContactEdge? edge = body.FirstContact; edge is not null && !island.IsFullOfImpacts; edge = edge.Next)
        {
            Contact contact = edge.Contact;
            Body other = edge.Other;
            if (contact.InIsland || (other.Type == BodyType.Dynamic && !body.IsBullet && !other.IsBullet)
                || contact.FixtureA.IsSensor || contact.FixtureB.IsSensor)
            {
                continue;
            }

            Sweep sweep = other.Sweep;
            if (!other.InIsland)
            {
                other.Advance(time);
            }

            contact.Update(Contacts.Listener);
            if (!contact.IsEnabled || !contact.IsTouching)
            {
                Restore(other, sweep);
                continue;
            }

            contact.InIsland = true;
            island.Add(contact);
            if (other.InIsland)
            {
                continue;
            }

            other.InIsland = true;
            if (other.Type != BodyType.Static)
            {
                other.IsAwake = true;
            }

            island.Add(other);
        }
    }

    private void EndImpact()
    {
        foreach (Body body in island.Bodies)
        {
            body.InIsland = false;
            if (body.Type != BodyType.Dynamic)
            {
                continue;
            }

            body.SynchronizeFixtures();
            foreach (Contact contact in body.Contacts)
            {
                contact.HasImpactTime = false;
                contact.InIsland = false;
            }
        }

        Contacts.FindNew();
    }

    private static void Restore(Body body, in Sweep sweep)
    {
        body.Sweep = sweep;
        body.SynchronizeFrame();
    }
}
