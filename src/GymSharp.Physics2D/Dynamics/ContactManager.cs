namespace GymSharp.Physics2D;

/// <summary>The contacts of a world, newest first, and when they come and go.</summary>
internal sealed class ContactManager(World world)
{
    private Contact? free;

    public Contact? First { get; private set; }

    public int Count { get; private set; }

    public IContactListener? Listener { get; set; }

    public IContactFilter? Filter { get; set; }

    /// <summary>Makes contacts of the pairs that the moved fixtures came to be in.</summary>
    public void FindNew()
    {
        foreach (ulong pair in world.BroadPhase.UpdatePairs())
        {
            (int a, int b) = BroadPhase.Unpack(pair);
            Add(world.BroadPhase.ProxyOf(a), world.BroadPhase.ProxyOf(b));
        }
    }

    /// <summary>Collides what may have moved; drops contacts whose boxes have parted.</summary>
    public void Collide()
    {
        Contact? contact = First;
        while (contact is not null)
        {
            Contact current = contact;
            contact = contact.Next;
            if (current.NeedsFiltering)
            {
                if (!MayCollide(current.FixtureA, current.FixtureB))
                {
                    Destroy(current);
                    continue;
                }

                current.NeedsFiltering = false;
            }

            // The second first, since the first is often the ground.
            if (!IsMoving(current.BodyB) && !IsMoving(current.BodyA))
            {
                continue;
            }

            if (world.BroadPhase.Overlap(current.LeafA, current.LeafB))
            {
                current.Update(Listener);
            }
            else
            {
                Destroy(current);
            }
        }
    }

    public void Destroy(Contact contact)
    {
        Body bodyA = contact.BodyA;
        Body bodyB = contact.BodyB;
        if (contact.IsTouching)
        {
            Listener?.EndContact(contact);
        }

        Unlink(contact);
        Unlink(bodyA, contact.EdgeA);
        Unlink(bodyB, contact.EdgeB);
        if (contact.Manifold.PointCount > 0 && !contact.FixtureA.IsSensor && !contact.FixtureB.IsSensor)
        {
            bodyA.IsAwake = true;
            bodyB.IsAwake = true;
        }

        contact.Clear();
        contact.Next = free;
        free = contact;
        Count--;
    }

    /// <summary>
    /// Puts a contact of a saved world at the head of all lists; saved worlds list them oldest first.
    /// </summary>
    public Contact Restore(Fixture fixtureA, int childA, Fixture fixtureB, int childB)
    {
        Contact contact = Take();
        contact.Initialize(fixtureA, childA, fixtureB, childB);
        Link(contact);
        return contact;
    }

    private static bool IsMoving(Body body) => body.IsAwake && body.Type != BodyType.Static;

    private void Add(in FixtureProxy proxyA, in FixtureProxy proxyB)
    {
        (Fixture fixtureA, int childA) = proxyA;
        (Fixture fixtureB, int childB) = proxyB;
        if (fixtureA.Body == fixtureB.Body
            || Exists(fixtureA, childA, fixtureB, childB)
            || !MayCollide(fixtureA, fixtureB)
            || !Contact.CanCollide(fixtureA.Shape.Kind, fixtureB.Shape.Kind))
        {
            return;
        }

        Contact contact = Take();
        if (Contact.IsSwapped(fixtureA.Shape.Kind, fixtureB.Shape.Kind))
        {
            contact.Initialize(fixtureB, childB, fixtureA, childA);
        }
        else
        {
            contact.Initialize(fixtureA, childA, fixtureB, childB);
        }

        Link(contact);
        if (!contact.FixtureA.IsSensor && !contact.FixtureB.IsSensor)
        {
            contact.BodyA.IsAwake = true;
            contact.BodyB.IsAwake = true;
        }
    }

    private static bool Exists(Fixture fixtureA, int childA, Fixture fixtureB, int childB)
    {
        for (ContactEdge? edge = fixtureB.Body.FirstContact; edge is not null; edge = edge.Next)
        {
            if (edge.Other != fixtureA.Body)
            {
                continue;
            }

            Contact c = edge.Contact;
            if ((c.FixtureA == fixtureA && c.FixtureB == fixtureB && c.ChildA == childA && c.ChildB == childB)
                || (c.FixtureA == fixtureB && c.FixtureB == fixtureA && c.ChildA == childB && c.ChildB == childA))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayCollide(Fixture a, Fixture b) => b.Body.ShouldCollide(a.Body)
        && (Filter?.ShouldCollide(a, b) ?? CollisionFilter.ShouldCollide(a.Filter, b.Filter));

    private Contact Take()
    {
        Contact contact = free ?? new();
        free = contact.Next;
        contact.Next = null;
        return contact;
    }

    private void Link(Contact contact)
    {
        contact.Previous = null;
        contact.Next = First;
        if (First is not null)
        {
            First.Previous = contact;
        }

        First = contact;
        Count++;
        Link(contact.BodyA, contact.EdgeA, contact.BodyB);
        Link(contact.BodyB, contact.EdgeB, contact.BodyA);
    }

    private static void Link(Body body, ContactEdge edge, Body other)
    {
        edge.Other = other;
        edge.Previous = null;
        edge.Next = body.FirstContact;
        if (body.FirstContact is not null)
        {
            body.FirstContact.Previous = edge;
        }

        body.FirstContact = edge;
    }

    private void Unlink(Contact contact)
    {
        if (contact.Previous is not null)
        {
            contact.Previous.Next = contact.Next;
        }

        if (contact.Next is not null)
        {
            contact.Next.Previous = contact.Previous;
        }

        if (First == contact)
        {
            First = contact.Next;
        }
    }

    private static void Unlink(Body body, ContactEdge edge)
    {
        if (edge.Previous is not null)
        {
            edge.Previous.Next = edge.Next;
        }

        if (edge.Next is not null)
        {
            edge.Next.Previous = edge.Previous;
        }

        if (body.FirstContact == edge)
        {
            body.FirstContact = edge.Next;
        }
    }
}
