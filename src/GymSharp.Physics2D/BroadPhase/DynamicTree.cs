using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>A balanced binary tree of boxes, changed one leaf at a time.</summary>
/// <remarks>
/// The surface-area heuristic chooses where a leaf goes; rotations keep the heights of siblings within one. Ids are
/// taken from a list of free nodes, last freed first, and pairs are ordered by id: after many removals the order of
/// contacts, and so the last bits of the motion, depend on this list. It is part of the specification.
/// </remarks>
internal sealed partial class DynamicTree
{
    private const int InitialCapacity = 16;
    private TreeNode[] nodes = new TreeNode[InitialCapacity];
    private int root = TreeNode.None;
    private int free;
    private int count;

    public DynamicTree() => Link(0);

    public int Height => root == TreeNode.None ? 0 : nodes[root].Height;

    public int Capacity => nodes.Length;

    public int Root => root;

    public ReadOnlySpan<TreeNode> Nodes => nodes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Aabb BoxOf(int leaf) => ref nodes[leaf].Box;

    /// <summary>Adds a leaf with a box a margin larger than asked.</summary>
    public int Add(in Aabb box)
    {
        int leaf = Allocate();
        nodes[leaf].Box = box.Grown(PhysicsConstants.AabbExtension);
        Insert(leaf);
        return leaf;
    }

    public void Remove(int leaf)
    {
        Detach(leaf);
        Free(leaf);
    }

    /// <summary>Moves a leaf if its box does not fit any more; the new one foresees the motion.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Move(int leaf, in Aabb box, Vec2 displacement)
    {
        if (nodes[leaf].Box.Contains(box))
        {
            return false;
        }

        Detach(leaf);
        Aabb grown = box.Grown(PhysicsConstants.AabbExtension);
        Vec2 d = PhysicsConstants.AabbMultiplier * displacement;
        nodes[leaf].Box = new(
            new(d.X < 0.0f ? grown.Lower.X + d.X : grown.Lower.X, d.Y < 0.0f ? grown.Lower.Y + d.Y : grown.Lower.Y),
            new(d.X < 0.0f ? grown.Upper.X : grown.Upper.X + d.X, d.Y < 0.0f ? grown.Upper.Y : grown.Upper.Y + d.Y));
        Insert(leaf);
        return true;
    }

    private int Allocate()
    {
        if (free == TreeNode.None)
        {
            Array.Resize(ref nodes, 2 * nodes.Length);
            Link(count);
        }

        int index = free;
        ref TreeNode node = ref nodes[index];
        free = node.Parent;
        node = new() { Parent = TreeNode.None, Child1 = TreeNode.None, Child2 = TreeNode.None };
        count++;
        return index;
    }

    private void Free(int index)
    {
        nodes[index].Parent = free;
        nodes[index].Height = -1;
        free = index;
        count--;
    }

    // Makes the list of free nodes of all from the given one on, in order.
    private void Link(int from)
    {
        for (int i = from; i < nodes.Length; i++)
        {
            nodes[i].Parent = i + 1 < nodes.Length ? i + 1 : TreeNode.None;
            nodes[i].Height = -1;
        }

        free = from;
    }

    private void Insert(int leaf)
    {
        if (root == TreeNode.None)
        {
            root = leaf;
            nodes[leaf].Parent = TreeNode.None;
            return;
        }

        int sibling = BestSibling(nodes[leaf].Box);
        int oldParent = nodes[sibling].Parent;
        int parent = Allocate();
        nodes[parent].Parent = oldParent;
        nodes[parent].Child1 = sibling;
        nodes[parent].Child2 = leaf;
        Replace(oldParent, sibling, parent);
        nodes[sibling].Parent = parent;
        nodes[leaf].Parent = parent;
        nodes[parent].Box = Aabb.Union(nodes[leaf].Box, nodes[sibling].Box);
        nodes[parent].Height = nodes[sibling].Height + 1;
        Refit(parent);
    }

    private void Detach(int leaf)
    {
        if (leaf == root)
        {
            root = TreeNode.None;
            return;
        }

        int parent = nodes[leaf].Parent;
        int grandparent = nodes[parent].Parent;
        int sibling = nodes[parent].Child1 == leaf ? nodes[parent].Child2 : nodes[parent].Child1;
        Replace(grandparent, parent, sibling);
        nodes[sibling].Parent = grandparent;
        Free(parent);
        Refit(grandparent);
    }

    private void Replace(int parent, int child, int by)
    {
        if (parent == TreeNode.None)
        {
            root = by;
        }
        else if (nodes[parent].Child1 == child)
        {
            nodes[parent].Child1 = by;
        }
        else
        {
            nodes[parent].Child2 = by;
        }
    }

    // The node to pair a new leaf with: where the boxes on the way down grow least.
    private int BestSibling(in Aabb box)
    {
        int index = root;
        while (!nodes[index].IsLeaf)
        {
            ref TreeNode node = ref nodes[index];
            float combined = Aabb.Union(node.Box, box).Perimeter;
            float cost = 2.0f * combined;
            float inheritance = 2.0f * (combined - node.Box.Perimeter);
            float cost1 = CostBelow(node.Child1, box, inheritance);
            float cost2 = CostBelow(node.Child2, box, inheritance);
            if (cost < cost1 && cost < cost2)
            {
                break;
            }

            index = cost1 < cost2 ? node.Child1 : node.Child2;
        }

        return index;
    }

    private float CostBelow(int child, in Aabb box, float inheritance)
    {
        ref TreeNode node = ref nodes[child];
        float combined = Aabb.Union(box, node.Box).Perimeter;
        return node.IsLeaf ? combined + inheritance : (combined - node.Box.Perimeter) + inheritance;
    }

    private void Refit(int index)
    {
        while (index != TreeNode.None)
        {
            index = Balance(index);
            ref TreeNode node = ref nodes[index];
            ref TreeNode child1 = ref nodes[node.Child1];
            ref TreeNode child2 = ref nodes[node.Child2];
            node.Height = 1 + Math.Max(child1.Height, child2.Height);
            node.Box = Aabb.Union(child1.Box, child2.Box);
            index = node.Parent;
        }
    }
}
