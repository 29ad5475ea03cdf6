namespace GymSharp.Physics2D;

/// <summary>A node of the tree: a leaf holds one part of a fixture, the others two children.</summary>
internal struct TreeNode
{
    public const int None = -1;

    public Aabb Box;

    /// <summary>The parent; of a free node, the next free one.</summary>
    public int Parent;
    public int Child1;
    public int Child2;

    /// <summary>0 of a leaf, -1 of a free node.</summary>
    public int Height;

    public readonly bool IsLeaf => Child1 == None;
}
