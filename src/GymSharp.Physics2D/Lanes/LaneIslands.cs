namespace GymSharp.Physics2D;

/// <summary>Up to sixteen islands of one pattern, whose iterations are done together, one island in each lane.</summary>
/// <remarks>
/// Bodies and joints have the same place in all lanes. Contacts are merged: a place for a contact of the same two
/// bodies serves many lanes, and each lane finds its contacts, in its order, in places that follow each other.
/// </remarks>
internal sealed partial class LaneIslands
{
    private const int MostContacts = 24;
    private readonly Island[] islands = new Island[Lane.Count];
    private readonly bool[] solved = new bool[Lane.Count];
    private readonly LaneArray<LaneVelocity> velocities = new(Island.MostMoving + 1);
    private readonly LaneArray<LanePosition> positions = new(Island.MostMoving + 1);
    private readonly LaneArray<LaneJoint> joints = new(Island.MostJoints);
    private readonly LaneArray<LaneContact> contacts = new(MostContacts);
    private readonly (int A, int B)[] jointBodies = new (int, int)[Island.MostJoints];
    private readonly (int A, int B)[] contactBodies = new (int, int)[MostContacts];
    private readonly int[][] places = new int[Lane.Count][];
    private int islandCount;
    private int jointCount;
    private int contactCount;
    private int moving;

    public LaneIslands()
    {
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = new int[MostContacts];
        }
    }

    /// <summary>How many islands there are.</summary>
    public int Count => islandCount;

    /// <summary>Whether there is no lane left.</summary>
    public bool IsFull => islandCount == Lane.Count;

    /// <summary>Forgets all islands, and takes others of the same pattern as the first from now on.</summary>
    public void Clear()
    {
        islandCount = 0;
        contactCount = 0;
    }

    /// <summary>Takes an island that was described.</summary>
    /// <returns>Whether there are places for all its contacts; if not, nothing was changed.</returns>
    public bool TryAdd(Island island)
    {
        if (islandCount == 0)
        {
            TakePattern(island);
        }

        int before = contactCount;
        if (!TryPlace(island, places[islandCount]))
        {
            contactCount = before;
            return false;
        }

        islands[islandCount++] = island;
        return true;
    }

    /// <summary>Whether an island's positions came to be within their slop.</summary>
    public bool IsSolved(int lane) => solved[lane];

    private void TakePattern(Island island)
    {
        jointCount = island.JointCount;
        moving = 0;
        for (int i = 0; i < jointCount; i++)
        {
            RevoluteJoint hinge = island.Hinge(i);
            (int a, int b) = (island.SlotOf(hinge.IndexA, 0), island.SlotOf(hinge.IndexB, 0));
            jointBodies[i] = (a, b);
            moving = Math.Max(moving, Math.Max(a, b) + 1);
        }
    }

    private bool TryPlace(Island island, int[] place)
    {
        int next = 0;
        ReadOnlySpan<ContactPositionConstraint> all = island.PositionConstraints;
        for (int i = 0; i < all.Length; i++)
        {
            (int A, int B) bodies = (island.SlotOf(all[i].IndexA, moving), island.SlotOf(all[i].IndexB, moving));
            while (next < contactCount && contactBodies[next] != bodies)
            {
                next++;
            }

            if (next == MostContacts)
            {
                return false;
            }

            if (next == contactCount)
            {
                contactBodies[contactCount++] = bodies;
            }

            place[i] = next++;
        }

        return true;
    }
}
