namespace GymSharp.Physics2D;

/// <content>
/// A step: forces, velocity constraints, positions, position constraints, sleep. Contacts warm start before joints;
/// joints are solved before contacts in velocities and after them in positions.
/// </content>
internal sealed partial class Island
{
    private const float LinearTolerance =
        PhysicsConstants.LinearSleepTolerance * PhysicsConstants.LinearSleepTolerance;

    private const float AngularTolerance =
        PhysicsConstants.AngularSleepTolerance * PhysicsConstants.AngularSleepTolerance;

    public void Solve(in TimeStep step, Vec2 gravity, bool allowSleep, IContactListener? listener)
    {
        Prepare(step, gravity);
        Store(step.Dt, allowSleep, Iterate(step), listener);
    }

    /// <summary>The iterations.</summary>
    /// <returns>Whether the positions came to be within their slop.</returns>
    public bool Iterate(in TimeStep step)
    {
        IterateVelocities(step.VelocityIterations);
        Integrate(step.Dt);
        return IteratePositions(step.PositionIterations);
    }

    /// <summary>Everything before the iterations.</summary>
    public void Prepare(in TimeStep step, Vec2 gravity)
    {
        ApplyForces(step.Dt, gravity);
        PreparePositions(step);
        PrepareVelocities();
        if (step.WarmStarting)
        {
            for (int i = 0; i < contactCount; i++)
            {
                ContactVelocitySolver.WarmStart(velocityConstraints[i], pointImpulses[i], velocities);
            }
        }

        PrepareJoints(step);
    }

    /// <summary>Everything after the iterations.</summary>
    /// <param name="h">Seconds.</param>
    /// <param name="allowSleep">Whether bodies may fall asleep.</param>
    /// <param name="solved">Whether the positions came to be within their slop.</param>
    /// <param name="listener">Who is told.</param>
    public void Store(float h, bool allowSleep, bool solved, IContactListener? listener)
    {
        StoreBodies();
        StoreImpulses();
        Report(listener);
        if (allowSleep)
        {
            Sleep(h, solved);
        }
    }

    /// <summary>The rest of a step after a time of impact of the first two bodies.</summary>
    public void SolveImpact(in TimeStep step, IContactListener? listener)
    {
        for (int i = 0; i < bodyCount; i++)
        {
            Body body = bodies[i];
            positions[i] = new(body.Sweep.Center, body.Sweep.Angle);
            velocities[i] = new() { Linear = body.Velocity, Angular = body.Spin };
        }

        PreparePositions(step);
        for (int i = 0; i < step.PositionIterations && !SolveImpactPositions(); i++)
        {
        }

        for (int i = 0; i < 2; i++)
        {
            bodies[i].Sweep.StartCenter = positions[i].Center;
            bodies[i].Sweep.StartAngle = positions[i].Angle;
        }

        PrepareVelocities();
        IterateVelocities(step.VelocityIterations);
        Integrate(step.Dt);
        StoreBodies();
        Report(listener);
    }

    private void ApplyForces(float h, Vec2 gravity)
    {
        for (int i = 0; i < bodyCount; i++)
        {
            Body body = bodies[i];
            ref Sweep sweep = ref body.Sweep;
            sweep.StartCenter = sweep.Center;
            sweep.StartAngle = sweep.Angle;
            Vec2 v = body.Velocity;
            float w = body.Spin;
            if (body.Type == BodyType.Dynamic)
            {
                v += h * (body.GravityScale * gravity + body.InverseMass * body.Force);
                w += h * body.InverseInertia * body.Torque;
                v = Scalar.Clamp(1.0f - h * body.LinearDamping, 0.0f, 1.0f) * v;
                w *= Scalar.Clamp(1.0f - h * body.AngularDamping, 0.0f, 1.0f);
            }

            positions[i] = new(sweep.Center, sweep.Angle, body.Frame.Rotation);
            velocities[i] = new() { Linear = v, Angular = w };
        }
    }

    private void PreparePositions(in TimeStep step)
    {
        for (int i = 0; i < contactCount; i++)
        {
            Contact contact = contacts[i];
            positionConstraints[i] = new(contact);
            PointImpulses impulses = default;
            if (step.WarmStarting)
            {
                ref Manifold manifold = ref contact.MutableManifold;
                impulses.Normal1 = step.Ratio * manifold.At(0).NormalImpulse;
                impulses.Tangent1 = step.Ratio * manifold.At(0).TangentImpulse;
                if (manifold.PointCount == 2)
                {
                    impulses.Normal2 = step.Ratio * manifold.At(1).NormalImpulse;
                    impulses.Tangent2 = step.Ratio * manifold.At(1).TangentImpulse;
                }
            }

            pointImpulses[i] = impulses;
        }
    }

    private void PrepareVelocities()
    {
        for (int i = 0; i < contactCount; i++)
        {
            ContactVelocitySolver.Prepare(
                out velocityConstraints[i], contacts[i], positionConstraints[i], positions, velocities);
        }
    }

    private void PrepareJoints(in TimeStep step)
    {
        for (int i = 0; i < jointCount; i++)
        {
            joints[i].Prepare(step, positions, velocities, out jointImpulses[i]);
        }
    }

    private void StoreImpulses()
    {
        for (int i = 0; i < contactCount; i++)
        {
            ref Manifold manifold = ref contacts[i].MutableManifold;
            ref PointImpulses impulses = ref pointImpulses[i];
            manifold.At(0).NormalImpulse = impulses.Normal1;
            manifold.At(0).TangentImpulse = impulses.Tangent1;
            if (velocityConstraints[i].PointCount == 2)
            {
                manifold.At(1).NormalImpulse = impulses.Normal2;
                manifold.At(1).TangentImpulse = impulses.Tangent2;
            }
        }

        for (int i = 0; i < jointCount; i++)
        {
            joints[i].Impulse = jointImpulses[i];
        }
    }

    /// <summary>Moves the bodies by their velocities.</summary>
    public void Integrate(float h)
    {
        for (int i = 0; i < bodyCount; i++)
        {
            ref BodyVelocity velocity = ref velocities[i];
            Vec2 translation = h * velocity.Linear;
            if (Vec2.Dot(translation, translation)
                > PhysicsConstants.MaximumTranslation * PhysicsConstants.MaximumTranslation)
            {
                velocity.Linear = PhysicsConstants.MaximumTranslation / translation.Length * velocity.Linear;
            }

            float rotation = h * velocity.Angular;
            if (rotation * rotation > PhysicsConstants.MaximumRotation * PhysicsConstants.MaximumRotation)
            {
                velocity.Angular *= PhysicsConstants.MaximumRotation / Scalar.Abs(rotation);
            }

            positions[i].Center += h * velocity.Linear;
            positions[i].Angle += h * velocity.Angular;
        }
    }

    // All are looked at before any is changed: what a failed step leaves behind is finite.
    private void StoreBodies()
    {
        for (int i = 0; i < bodyCount; i++)
        {
            bodies[i].RequireFinite(positions[i].Center, positions[i].Angle, velocities[i]);
        }

        for (int i = 0; i < bodyCount; i++)
        {
            Body body = bodies[i];
            ref BodyPosition position = ref positions[i];
            body.Sweep.Center = position.Center;
            body.Sweep.Angle = position.Angle;
            body.Velocity = velocities[i].Linear;
            body.Spin = velocities[i].Angular;
            body.Frame = position.Frame(body.Sweep.LocalCenter);
        }
    }

    private void Report(IContactListener? listener)
    {
        if (listener is null)
        {
            return;
        }

        for (int i = 0; i < contactCount; i++)
        {
            ref PointImpulses p = ref pointImpulses[i];
            int count = velocityConstraints[i].PointCount;
            listener.PostSolve(
                contacts[i],
                new(count, p.Normal1, p.Tangent1, count == 2 ? p.Normal2 : 0, count == 2 ? p.Tangent2 : 0));
        }
    }

    private void Sleep(float h, bool solved)
    {
        float least = float.MaxValue;
        foreach (Body body in Bodies)
        {
            if (body.Type == BodyType.Static)
            {
                continue;
            }

            if (!body.AllowSleep || body.Spin * body.Spin > AngularTolerance
                || Vec2.Dot(body.Velocity, body.Velocity) > LinearTolerance)
            {
                body.SleepTime = 0.0f;
                least = 0.0f;
            }
            else
            {
                body.SleepTime += h;
                least = Scalar.Min(least, body.SleepTime);
            }
        }

        if (least >= PhysicsConstants.TimeToSleep && solved)
        {
            foreach (Body body in Bodies)
            {
                body.IsAwake = false;
            }
        }
    }
}
