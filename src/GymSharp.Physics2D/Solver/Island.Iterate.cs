using System.Runtime.InteropServices;

namespace GymSharp.Physics2D;

/// <content>
/// The iterations. One maps the velocities and impulses of the island to new ones and depends on nothing else, so that
/// once a state comes again the rest is known: nothing changes any more where it is the state before, and a cycle runs
/// round otherwise. Iterations whose outcome is known are left out; no bit differs.
/// </content>
internal sealed partial class Island
{
    /// <summary>How many iterations a state is remembered; longer cycles are not seen.</summary>
    private const int Memory = 8;

    /// <summary>How many at first, as most that come to rest do so soon.</summary>
    private const int ShortMemory = 4;
    private const int Soon = 32;

    private BodyVelocity[] velocitiesBefore = [];
    private PointImpulses[] pointImpulsesBefore = [];
    private JointImpulse[] jointImpulsesBefore = [];
    private Vec2[] sums = [];
    private BodyPosition[] positionsBefore = [];

    private void IterateVelocities(int count)
    {
        if (contactCount == 0 && jointCount == 0)
        {
            return;
        }

        if (contactCount == 0 && jointCount == 2
            && RevolutePair.Is(joints[0], joints[1], out RevoluteJoint first, out RevoluteJoint second))
        {
            IteratePair(count, first, second);
            return;
        }

        int remembered = 0;
        bool canSkip = false;
        for (int i = 1; i <= count; i++)
        {
            SolveVelocities();
            if (canSkip && IsAsRemembered())
            {
                SkipCycles(i - remembered, count - i);
                return;
            }

            if (i - remembered == (i > Soon ? Memory : ShortMemory))
            {
                Remember();
                remembered = i;
                canSkip = true;
            }
        }
    }

    // Compares states that are as many iterations apart as are remembered: cycles of a length that divides it are seen.
    private void IteratePair(int count, RevoluteJoint first, RevoluteJoint second)
    {
        int left = count;
        while (left > Memory)
        {
            Remember();
            RevolutePair.Iterate(Memory, first, second, jointImpulses, velocities);
            left -= Memory;
            if (IsAsRemembered())
            {
                SkipCycles(Memory, left);
                return;
            }
        }

        RevolutePair.Iterate(left, first, second, jointImpulses, velocities);
    }

    // From here on every state comes again after as many iterations as have passed since. Sums that nothing depends on
    // go on: one cycle tells what is added to them.
    private void SkipCycles(int period, int left)
    {
        if (AreSame(jointImpulses, jointImpulsesBefore, jointCount))
        {
            left %= period;
        }
        else if (left >= 2 * period)
        {
            int added = left / period * period;
            left -= added;
            for (int i = 0; i < period; i++)
            {
                SolveAndNoteSums(i);
            }

            AddSums(period, added - period);
        }

        for (int i = 0; i < left; i++)
        {
            SolveVelocities();
        }
    }

    // Begins with minus zeros, to which anything may be added and stays what it is.
    private void SolveAndNoteSums(int at)
    {
        if (sums.Length < jointCount * Memory)
        {
            sums = new Vec2[jointImpulses.Length * Memory];
        }

        Copy(jointImpulses, jointCount, ref jointImpulsesBefore);
        for (int i = 0; i < jointCount; i++)
        {
            if (joints[i].AddsUp)
            {
                jointImpulses[i].Constraint = new(-0.0f, -0.0f, jointImpulses[i].Constraint.Z);
            }
        }

        SolveVelocities();
        for (int i = 0; i < jointCount; i++)
        {
            if (joints[i].AddsUp)
            {
                Vec2 sum = jointImpulses[i].Constraint.Plane;
                sums[(i * Memory) + at] = sum;
                jointImpulses[i].Constraint = new(
                    jointImpulsesBefore[i].Constraint.X + sum.X, jointImpulsesBefore[i].Constraint.Y + sum.Y,
                    jointImpulses[i].Constraint.Z);
            }
        }
    }

    private void AddSums(int period, int count)
    {
        for (int i = 0; i < jointCount; i++)
        {
            if (!joints[i].AddsUp)
            {
                continue;
            }

            Vec2 total = jointImpulses[i].Constraint.Plane;
            for (int j = 0; j < count; j += period)
            {
                for (int k = 0; k < period; k++)
                {
                    total += sums[(i * Memory) + k];
                }
            }

            jointImpulses[i].Constraint = new(total.X, total.Y, jointImpulses[i].Constraint.Z);
        }
    }

    private void SolveVelocities()
    {
        for (int i = 0; i < jointCount; i++)
        {
            Joint joint = joints[i];
            joint.SolveVelocity(
                ref jointImpulses[i], ref velocities[joint.IndexA], ref velocities[joint.IndexB]);
        }

        for (int i = 0; i < contactCount; i++)
        {
            ref ContactVelocityConstraint c = ref velocityConstraints[i];
            ContactVelocitySolver.Solve(c, ref pointImpulses[i], ref velocities[c.IndexA], ref velocities[c.IndexB]);
        }
    }

    /// <summary>Solves positions until they are within their slop.</summary>
    /// <returns>Whether all contacts and joints were within their slop.</returns>
    private bool IteratePositions(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Copy(positions, bodyCount, ref positionsBefore);
            if (SolvePositions())
            {
                return true;
            }

            if (AreSame(positions, positionsBefore, bodyCount))
            {
                return false;
            }
        }

        return false;
    }

    private bool SolvePositions()
    {
        float least = 0.0f;
        for (int i = 0; i < contactCount; i++)
        {
            ref ContactPositionConstraint c = ref positionConstraints[i];
            least = Scalar.Min(
                least,
                ContactPositionSolver.Solve(
                    c, c.Mass, PhysicsConstants.Baumgarte, ref positions[c.IndexA], ref positions[c.IndexB]));
        }

        bool solved = least >= -3.0f * PhysicsConstants.LinearSlop;
        for (int i = 0; i < jointCount; i++)
        {
            Joint joint = joints[i];
            solved &= joint.SolvePosition(ref positions[joint.IndexA], ref positions[joint.IndexB]);
        }

        return solved;
    }

    // Only the two bodies of the impact move.
    private bool SolveImpactPositions()
    {
        float least = 0.0f;
        for (int i = 0; i < contactCount; i++)
        {
            ref ContactPositionConstraint c = ref positionConstraints[i];
            PairMass mass = new(
                c.IndexA < 2 ? c.Mass.MassA : 0.0f, c.IndexA < 2 ? c.Mass.InertiaA : 0.0f,
                c.IndexB < 2 ? c.Mass.MassB : 0.0f, c.IndexB < 2 ? c.Mass.InertiaB : 0.0f);
            least = Scalar.Min(
                least,
                ContactPositionSolver.Solve(
                    c, mass, PhysicsConstants.ToiBaumgarte, ref positions[c.IndexA], ref positions[c.IndexB]));
        }

        return least >= -1.5f * PhysicsConstants.LinearSlop;
    }

    private void Remember()
    {
        Copy(velocities, bodyCount, ref velocitiesBefore);
        Copy(pointImpulses, contactCount, ref pointImpulsesBefore);
        Copy(jointImpulses, jointCount, ref jointImpulsesBefore);
    }

    private bool IsAsRemembered() => AreSame(velocities, velocitiesBefore, bodyCount)
        && AreSame(pointImpulses, pointImpulsesBefore, contactCount) && AreJointsAsRemembered();

    private bool AreJointsAsRemembered()
    {
        for (int i = 0; i < jointCount; i++)
        {
            ref readonly JointImpulse now = ref jointImpulses[i];
            ref readonly JointImpulse before = ref jointImpulsesBefore[i];
            if (!AreSame(now.Motor, before.Motor) || !AreSame(now.Constraint.Z, before.Constraint.Z)
                || (!joints[i].AddsUp
                    && (!AreSame(now.Constraint.X, before.Constraint.X)
                        || !AreSame(now.Constraint.Y, before.Constraint.Y))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);

    private static void Copy<T>(T[] from, int count, ref T[] to)
    {
        if (to.Length < count)
        {
            to = new T[from.Length];
        }

        from.AsSpan(0, count).CopyTo(to);
    }

    // Bit for bit: a zero that changes its sign is a change.
    private static bool AreSame<T>(T[] a, T[] b, int count)
        where T : unmanaged => MemoryMarshal.AsBytes(a.AsSpan(0, count))
        .SequenceEqual(MemoryMarshal.AsBytes(b.AsSpan(0, count)));
}
