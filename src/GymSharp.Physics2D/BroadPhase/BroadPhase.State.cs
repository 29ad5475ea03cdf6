namespace GymSharp.Physics2D;

/// <content>Saving and loading.</content>
internal sealed partial class BroadPhase
{
    /// <summary>Saves or loads the tree and the moved leaves. Fixtures bring their leaves themselves.</summary>
    public void Sync(WorldSync sync)
    {
        Tree.Sync(sync);
        int[] leaves = sync.Copy<int>(moved.AsSpan(0, movedCount));
        if (sync.IsReading)
        {
            moved = new int[Math.Max(moved.Length, leaves.Length)];
            leaves.CopyTo(moved, 0);
            movedCount = leaves.Length;
            proxies = new FixtureProxy[Tree.Capacity];
            WorldSync.Check(leaves.All(leaf => leaf == Unbuffered || Tree.IsLeaf(leaf)));
        }
    }

    /// <summary>Puts a fixture's part back to its leaf.</summary>
    public void Restore(int leaf, Fixture fixture, int child)
    {
        WorldSync.Check(Tree.IsLeaf(leaf) && proxies[leaf].Fixture is null);
        proxies[leaf] = new(fixture, child);
    }
}
