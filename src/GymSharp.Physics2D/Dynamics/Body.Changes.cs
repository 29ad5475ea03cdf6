namespace GymSharp.Physics2D;

/// <content>What cannot be done during a step.</content>
public sealed partial class Body
{
    /// <summary>Adds a shape, and its mass if it has any.</summary>
    /// <exception cref="ArgumentException">A value of the description is out of range.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public Fixture CreateFixture(in FixtureDescription description)
    {
        World.RequireUnlocked();
        description.Validate();
        Fixture fixture = World.TakeFixture();
        fixture.Initialize(this, description);
        if (IsActive)
        {
            fixture.CreateProxies(World.BroadPhase, Frame);
        }

        fixture.Next = FirstFixture;
        FirstFixture = fixture;
        if (fixture.Density > 0.0f)
        {
            ResetMass();
        }

        World.HasNewFixture = true;
        return fixture;
    }

    /// <summary>Adds a shape with the usual material.</summary>
    /// <param name="shape">In the body's frame.</param>
    /// <param name="density">kg/m².</param>
    public Fixture CreateFixture(Shape shape, float density = 0.0f) =>
        CreateFixture(new FixtureDescription(shape) { Density = density });

    /// <summary>Takes a shape away, with its mass and its contacts.</summary>
    /// <exception cref="ArgumentException">The fixture is on another body.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void DestroyFixture(Fixture fixture)
    {
        World.RequireUnlocked();
        if (fixture.Body != this)
        {
            throw new ArgumentException("The fixture is not on this body.", nameof(fixture));
        }

        Unlink(fixture);
        ContactEdge? edge = FirstContact;
        while (edge is not null)
        {
            Contact contact = edge.Contact;
            edge = edge.Next;
            if (contact.FixtureA == fixture || contact.FixtureB == fixture)
            {
                World.Contacts.Destroy(contact);
            }
        }

        fixture.DestroyProxies(World.BroadPhase);
        World.GiveBack(fixture);
        ResetMass();
    }

    /// <summary>Computes mass, centre and inertia from the fixtures. Changing a density does not do it.</summary>
    public void ResetMass()
    {
        Mass = 0.0f;
        InverseMass = 0.0f;
        inertia = 0.0f;
        InverseInertia = 0.0f;
        Sweep.LocalCenter = Vec2.Zero;
        if (Type != BodyType.Dynamic)
        {
            Sweep.StartCenter = Frame.Position;
            Sweep.Center = Frame.Position;
            Sweep.StartAngle = Sweep.Angle;
            return;
        }

        Vec2 center = Vec2.Zero;
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            if (fixture.Density != 0.0f)
            {
                MassData part = fixture.Shape.ComputeMass(fixture.Density);
                Mass += part.Mass;
                center += part.Mass * part.Center;
                inertia += part.Inertia;
            }
        }

        if (Mass > 0.0f)
        {
            InverseMass = 1.0f / Mass;
            center = InverseMass * center;
        }
        else
        {
            // All dynamic bodies have mass.
            Mass = 1.0f;
            InverseMass = 1.0f;
        }

        TakeInertia(inertia, center);
        MoveCenter(center);
    }

    /// <summary>Gives the body another mass than its fixtures have.</summary>
    /// <param name="data">The inertia is about the body's origin; 0 lets nothing turn the body.</param>
    /// <exception cref="ArgumentException">A value is not finite, or the inertia too small for the centre.</exception>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void SetMass(MassData data)
    {
        World.RequireUnlocked();
        Require.NotNegative(data.Mass, nameof(data.Mass));
        Require.NotNegative(data.Inertia, nameof(data.Inertia));
        Require.Coordinates(data.Center, nameof(data.Center));
        if (Type != BodyType.Dynamic)
        {
            return;
        }

        float mass = data.Mass > 0.0f ? data.Mass : 1.0f;
        if (data.Inertia > 0.0f && !(data.Inertia > mass * Vec2.Dot(data.Center, data.Center)))
        {
            throw new ArgumentException(
                $"The inertia {data.Inertia} is too small for a mass of {mass} kg at {data.Center}.", nameof(data));
        }

        Mass = mass;
        InverseMass = 1.0f / mass;
        InverseInertia = 0.0f;
        TakeInertia(data.Inertia, data.Center);
        MoveCenter(data.Center);
    }

    /// <summary>Puts the body somewhere else; contacts are looked for anew.</summary>
    /// <param name="position">Of the origin, metres.</param>
    /// <param name="angle">Radians.</param>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void SetTransform(Vec2 position, float angle)
    {
        World.RequireUnlocked();
        Require.Coordinates(position, nameof(position));
        Require.Finite(angle, nameof(angle));
        Frame = new(position, Rotation.FromAngle(angle));
        Sweep.Center = Frame * Sweep.LocalCenter;
        Sweep.Angle = angle;
        Sweep.StartCenter = Sweep.Center;
        Sweep.StartAngle = angle;
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            fixture.Synchronize(World.BroadPhase, Frame, Frame);
        }

        World.Contacts.FindNew();
    }

    /// <summary>Lets the body move in another way.</summary>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void SetType(BodyType type)
    {
        World.RequireUnlocked();
        if (type == Type)
        {
            return;
        }

        Type = type;
        InIsland = false;
        World.ForgetMoving();
        ResetMass();
        if (Type == BodyType.Static)
        {
            Velocity = Vec2.Zero;
            Spin = 0.0f;
            Sweep.StartAngle = Sweep.Angle;
            Sweep.StartCenter = Sweep.Center;
            SynchronizeFixtures();
        }

        IsAwake = true;
        Force = Vec2.Zero;
        Torque = 0.0f;
        DestroyContacts();
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            fixture.TouchProxies(World.BroadPhase);
        }
    }

    /// <summary>Lets the body take part, or not.</summary>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public void SetActive(bool active)
    {
        World.RequireUnlocked();
        if (active == IsActive)
        {
            return;
        }

        IsActive = active;
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            if (active)
            {
                fixture.CreateProxies(World.BroadPhase, Frame);
            }
            else
            {
                fixture.DestroyProxies(World.BroadPhase);
            }
        }

        if (!active)
        {
            DestroyContacts();
        }
    }

    /// <summary>Lets the body turn, or not.</summary>
    public void SetFixedRotation(bool isFixed)
    {
        if (isFixed != FixedRotation)
        {
            FixedRotation = isFixed;
            Spin = 0.0f;
            ResetMass();
        }
    }

    internal void DestroyContacts()
    {
        while (FirstContact is not null)
        {
            World.Contacts.Destroy(FirstContact.Contact);
        }
    }

    internal void DestroyFixtures()
    {
        while (FirstFixture is not null)
        {
            Fixture fixture = FirstFixture;
            FirstFixture = fixture.Next;
            fixture.DestroyProxies(World.BroadPhase);
            World.GiveBack(fixture);
        }
    }

    private void Unlink(Fixture fixture)
    {
        if (FirstFixture == fixture)
        {
            FirstFixture = fixture.Next;
            return;
        }

        Fixture before = FirstFixture!;
        while (before.Next != fixture)
        {
            before = before.Next!;
        }

        before.Next = fixture.Next;
    }

    private void TakeInertia(float aboutOrigin, Vec2 center)
    {
        inertia = 0.0f;
        if (aboutOrigin > 0.0f && !FixedRotation)
        {
            float aboutCenter = aboutOrigin - Mass * Vec2.Dot(center, center);
            if (aboutCenter > 0.0f)
            {
                inertia = aboutCenter;
                InverseInertia = 1.0f / aboutCenter;
            }
        }
    }

    private void MoveCenter(Vec2 center)
    {
        Vec2 old = Sweep.Center;
        Sweep.LocalCenter = center;
        Sweep.Center = Frame * center;
        Sweep.StartCenter = Sweep.Center;
        Velocity += Vec2.Cross(Spin, Sweep.Center - old);
        for (Fixture? fixture = FirstFixture; fixture is not null; fixture = fixture.Next)
        {
            fixture.ForgetSwept();
        }
    }
}
