namespace GymSharp.Physics2D;

/// <summary>Up to sixteen islands of one pattern, whose iterations are done together, one in each lane.</summary>
/// <remarks>
/// Bodies and joints have the same place in all lanes. The contacts of each lane come in its own order, whatever
/// bodies they are of: the first of all lanes together, then the second, and so on.
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
    private int islandCount;
    private int jointCount;
    private int contactCount;
    private int moving;

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

        if (island.ContactCount > MostContacts)
        {
            return false;
        }

        contactCount = Math.Max(contactCount, island.ContactCount);
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
}
