namespace GymSharp.Physics2D;

/// <content>Forces, impulses, points and velocities.</content>
public sealed partial class Body
{
    /// <summary>Pushes at a point for the coming step.</summary>
    /// <param name="force">N.</param>
    /// <param name="point">In the world, metres.</param>
    /// <param name="wake">Whether a sleeping body wakes; else nothing happens to it.</param>
    public void ApplyForce(Vec2 force, Vec2 point, bool wake = true)
    {
        Require.Finite(force, nameof(force));
        Require.Finite(point, nameof(point));
        if (IsMovable(wake))
        {
            Force += force;
            Torque += Vec2.Cross(point - Sweep.Center, force);
        }
    }

    /// <summary>Pushes at the centre of mass for the coming step.</summary>
    /// <param name="force">N.</param>
    /// <param name="wake">Whether a sleeping body wakes; else nothing happens to it.</param>
    public void ApplyForceToCenter(Vec2 force, bool wake = true)
    {
        Require.Finite(force, nameof(force));
        if (IsMovable(wake))
        {
            Force += force;
        }
    }

    /// <summary>Twists for the coming step.</summary>
    /// <param name="torque">N·m.</param>
    /// <param name="wake">Whether a sleeping body wakes; else nothing happens to it.</param>
    public void ApplyTorque(float torque, bool wake = true)
    {
        Require.Finite(torque, nameof(torque));
        if (IsMovable(wake))
        {
            Torque += torque;
        }
    }

    /// <summary>Hits at a point: changes the velocity at once.</summary>
    /// <param name="impulse">N·s.</param>
    /// <param name="point">In the world, metres.</param>
    /// <param name="wake">Whether a sleeping body wakes; else nothing happens to it.</param>
    public void ApplyLinearImpulse(Vec2 impulse, Vec2 point, bool wake = true)
    {
        Require.Finite(impulse, nameof(impulse));
        Require.Finite(point, nameof(point));
        if (IsMovable(wake))
        {
            Velocity += InverseMass * impulse;
            Spin += InverseInertia * Vec2.Cross(point - Sweep.Center, impulse);
        }
    }

    /// <summary>Twists at once.</summary>
    /// <param name="impulse">N·m·s.</param>
    /// <param name="wake">Whether a sleeping body wakes; else nothing happens to it.</param>
    public void ApplyAngularImpulse(float impulse, bool wake = true)
    {
        Require.Finite(impulse, nameof(impulse));
        if (IsMovable(wake))
        {
            Spin += InverseInertia * impulse;
        }
    }

    /// <summary>A point of the body, in the world.</summary>
    public Vec2 WorldPoint(Vec2 localPoint) => Frame * localPoint;

    /// <summary>A direction of the body, in the world.</summary>
    public Vec2 WorldVector(Vec2 localVector) => Frame.Rotation * localVector;

    /// <summary>A point of the world, in the body's frame.</summary>
    public Vec2 LocalPoint(Vec2 worldPoint) => Frame.Undo(worldPoint);

    /// <summary>A direction of the world, in the body's frame.</summary>
    public Vec2 LocalVector(Vec2 worldVector) => Frame.Rotation.Undo(worldVector);

    /// <summary>The velocity of the body at a point of the world, m/s.</summary>
    public Vec2 VelocityAt(Vec2 worldPoint) => Velocity + Vec2.Cross(Spin, worldPoint - Sweep.Center);

    private bool IsMovable(bool wake)
    {
        if (Type != BodyType.Dynamic)
        {
            return false;
        }

        if (wake)
        {
            IsAwake = true;
        }

        return isAwake;
    }
}
