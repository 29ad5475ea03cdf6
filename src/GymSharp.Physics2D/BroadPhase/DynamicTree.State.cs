namespace GymSharp.Physics2D;

/// <content>Saving and loading; free nodes with their order.</content>
internal sealed partial class DynamicTree
{
    public void Sync(WorldSync sync)
    {
        nodes = sync.Copy<TreeNode>(nodes);
        sync.Sync(ref root);
        sync.Sync(ref free);
        sync.Sync(ref count);
        if (sync.IsReading)
        {
            Check();
        }
    }

    /// <summary>Whether an id belongs to a leaf.</summary>
    public bool IsLeaf(int id) => id >= 0 && id < nodes.Length && nodes[id].Height == 0;

    // Every node is reached once: from the root with its children, or from the list of free ones.
    private void Check()
    {
        WorldSync.Check(nodes.Length >= InitialCapacity);
        bool[] seen = new bool[nodes.Length];
        int used = 0;
        Stack<int> open = new();
        open.Push(root);
        while (open.TryPop(out int index))
        {
            if (index == TreeNode.None && used == 0)
            {
                break;
            }

            See(seen, index);
            used++;
            if (nodes[index].Height != 0)
            {
                WorldSync.Check(nodes[index].Height > 0);
                open.Push(nodes[index].Child1);
                open.Push(nodes[index].Child2);
            }
        }

        WorldSync.Check(used == count);
        for (int index = free; index != TreeNode.None; index = nodes[index].Parent)
        {
            See(seen, index);
            WorldSync.Check(nodes[index].Height == -1);
            used++;
        }

        WorldSync.Check(used == nodes.Length);
    }

    private static void See(bool[] seen, int index)
    {
        WorldSync.Check(index >= 0 && index < seen.Length && !seen[index]);
        seen[index] = true;
    }
}
