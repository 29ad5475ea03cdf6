using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>The iterations.</content>
internal sealed partial class LaneIslands
{
    /// <summary>Solves velocities, moves the bodies, and solves positions.</summary>
    public void Solve(in TimeStep step)
    {
        LoadVelocities();
        for (int i = 0; i < step.VelocityIterations; i++)
        {
            SolveVelocities();
        }

        StoreVelocities(step.Dt);
        LoadPositions();
        SolvePositions(step.PositionIterations);
        StorePositions();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveVelocities()
    {
        for (int i = 0; i < jointCount; i++)
        {
            (int a, int b) = jointBodies[i];
            joints[i].SolveVelocity(ref velocities[a], ref velocities[b]);
        }

        for (int i = 0; i < contactCount; i++)
        {
            contacts[i].SolveVelocity(velocities);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolvePositions(int count)
    {
        Lanes open = Lane.Everywhere;
        Lanes within = Lanes.Zero;
        for (int i = 0; i < count && Lane.Bits(open) != 0; i++)
        {
            for (int j = 0; j < moving; j++)
            {
                posesBefore[j] = positions[j].Pose;
            }

            Lanes done = open & SolvePositions(open);
            within |= done;
            Lanes changed = Lanes.Zero;
            for (int j = 0; j < moving; j++)
            {
                changed |= positions[j].Differs(posesBefore[j]);
            }

            // Where nothing changes, nothing will.
            open = Vector512.AndNot(open, done) & changed;
        }

        uint bits = Lane.Bits(within);
        for (int lane = 0; lane < islandCount; lane++)
        {
            solved[lane] = (bits >> lane & 1) != 0;
        }
    }

    private Lanes SolvePositions(Lanes open)
    {
        Lanes least = Lanes.Zero;
        for (int i = 0; i < contactCount; i++)
        {
            contacts[i].SolvePosition(open, ref least, positions, moving);
        }

        Lanes within = Vector512.GreaterThanOrEqual(least, Vector512.Create(-3.0f * PhysicsConstants.LinearSlop));
        for (int i = 0; i < jointCount; i++)
        {
            (int a, int b) = jointBodies[i];
            within &= joints[i].SolvePosition(open, ref positions[a], ref positions[b]);
        }

        return within;
    }
}
