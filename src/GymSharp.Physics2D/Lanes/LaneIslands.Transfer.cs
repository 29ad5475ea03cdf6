using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>From the islands into lanes, and back.</content>
internal sealed partial class LaneIslands
{
    private readonly LaneArray<(Lanes X, Lanes Y, Lanes Angle)> posesBefore = new(Island.MostMoving);

    // Lanes that nobody needs do what the last island does, so that they are no slower than it.
    private void LoadVelocities()
    {
        velocities[moving] = default;
        for (int i = 0; i < contactCount; i++)
        {
            contacts[i].Clear();
        }

        for (int lane = 0; lane < Lane.Count; lane++)
        {
            LoadVelocities(lane, Math.Min(lane, islandCount - 1));
        }

        for (int i = 0; i < jointCount; i++)
        {
            joints[i].Decide();
        }

        for (int i = 0; i < contactCount; i++)
        {
            contacts[i].Decide(moving);
        }
    }

    private void LoadVelocities(int lane, int index)
    {
        Island island = islands[index];
        for (int i = 0; i < island.BodyCount; i++)
        {
            int slot = island.SlotOf(i, moving);
            if (slot != moving)
            {
                velocities[slot].Set(lane, island.Velocities[i]);
            }
        }

        for (int i = 0; i < jointCount; i++)
        {
            RevoluteJoint hinge = island.Hinge(i);
            joints[i].Set(lane, hinge.Constraint, island.JointImpulses[i]);
            joints[i].SetPosition(lane, hinge);
        }

        for (int i = 0; i < island.ContactCount; i++)
        {
            ref readonly ContactPositionConstraint c = ref island.PositionConstraints[i];
            (int A, int B) bodies = (island.SlotOf(c.IndexA, moving), island.SlotOf(c.IndexB, moving));
            contacts[i].Set(lane, island.VelocityConstraints[i], island.PointImpulses[i], bodies);
            contacts[i].SetPosition(lane, c);
        }
    }

    private void StoreVelocities(float h)
    {
        for (int lane = 0; lane < islandCount; lane++)
        {
            Island island = islands[lane];
            for (int i = 0; i < island.BodyCount; i++)
            {
                int slot = island.SlotOf(i, moving);
                if (slot != moving)
                {
                    island.Velocities[i] = velocities[slot].Get(lane);
                }
            }

            for (int i = 0; i < jointCount; i++)
            {
                island.JointImpulses[i] = joints[i].ImpulseOf(lane);
            }

            for (int i = 0; i < island.ContactCount; i++)
            {
                island.PointImpulses[i] = contacts[i].ImpulsesOf(lane);
            }

            island.Integrate(h);
        }
    }

    private void LoadPositions()
    {
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            int index = Math.Min(lane, islandCount - 1);
            Island island = islands[index];
            for (int i = 0; i < island.BodyCount; i++)
            {
                int slot = island.SlotOf(i, moving);
                if (slot != moving)
                {
                    positions[slot].SetUnturned(lane, island.Positions[i]);
                }
            }

            for (int i = 0; i < island.ContactCount; i++)
            {
                ref readonly ContactPositionConstraint c = ref island.PositionConstraints[i];
                int unmoving = island.SlotOf(c.IndexA, moving) == moving ? c.IndexA : c.IndexB;
                contacts[i].SetFixed(lane, ref island.Positions[unmoving]);
            }
        }
    }

    private void StorePositions()
    {
        for (int slot = 0; slot < moving; slot++)
        {
            positions[slot].Turn();
        }

        for (int lane = 0; lane < islandCount; lane++)
        {
            Island island = islands[lane];
            for (int i = 0; i < island.BodyCount; i++)
            {
                int slot = island.SlotOf(i, moving);
                if (slot != moving)
                {
                    island.Positions[i] = positions[slot].Get(lane);
                }
            }
        }
    }
}
