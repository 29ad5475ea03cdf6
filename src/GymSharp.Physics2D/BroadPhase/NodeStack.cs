namespace GymSharp.Physics2D;

/// <summary>The nodes yet to visit; memory of the caller as long as it lasts.</summary>
internal ref struct NodeStack(Span<int> memory)
{
    /// <summary>Deep enough for any tree that is balanced and fits into memory.</summary>
    public const int InitialDepth = 256;

    private Span<int> memory = memory;
    private int count;

    public void Push(int node)
    {
        if (count == memory.Length)
        {
            int[] larger = new int[2 * count];
            memory.CopyTo(larger);
            memory = larger;
        }

        memory[count++] = node;
    }

    public bool TryPop(out int node)
    {
        node = count > 0 ? memory[--count] : TreeNode.None;
        return node != TreeNode.None;
    }
}
