namespace GymSharp.Physics2D;

/// <summary>Up to sixteen islands of one pattern, whose iterations are done together, one in each lane.</summary>
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
    /// <returns>Whether there are places for all its contacts.</returns>
    public bool TryAdd(Island island)
    {
        if (islandCount == 0)
        {
            TakePattern(island);
        }

        if (island.ContactCount > MostContacts || !TryPlace(island, places[islandCount]))
        {
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
            int found = next;
            while (found < contactCount && contactBodies[found] != bodies)
            {
                found++;
            }

            if (found == contactCount)
            {
                if (contactCount == MostContacts)
                {
                    return false;
                }

                found = PlaceFor(island, bodies, next);
                Insert(found, bodies);
            }

            place[i] = found;
            next = found + 1;
        }

        return true;
    }

    // Before the contacts of bodies that the island found later: most islands of a pattern find them in one order.
    private int PlaceFor(Island island, (int A, int B) bodies, int next)
    {
        int rank = RankOf(island, bodies);
        while (next < contactCount && RankOf(island, contactBodies[next]) <= rank)
        {
            next++;
        }

        return next;
    }

    private int RankOf(Island island, (int A, int B) bodies) => bodies.A == moving ? island.RankOf(bodies.B)
        : bodies.B == moving ? island.RankOf(bodies.A)
        : Math.Min(island.RankOf(bodies.A), island.RankOf(bodies.B));

    private void Insert(int at, (int A, int B) bodies)
    {
        contactBodies.AsSpan(at, contactCount - at).CopyTo(contactBodies.AsSpan(at + 1));
        contactBodies[at] = bodies;
        contactCount++;
        for (int lane = 0; lane <= islandCount; lane++)
        {
            foreach (ref int place in places[lane].AsSpan())
            {
                place = place >= at ? place + 1 : place;
            }
        }
    }
}
