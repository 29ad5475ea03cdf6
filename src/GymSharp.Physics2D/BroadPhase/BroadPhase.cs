using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>Finds pairs of fixtures that may touch: the tree, the leaves that moved, and what they overlap.</summary>
internal sealed partial class BroadPhase
{
    private const int Unbuffered = -1;
    private FixtureProxy[] proxies = new FixtureProxy[16];
    private int[] moved = new int[16];
    private int movedCount;
    private ulong[] pairs = new ulong[16];
    private int pairCount;

    public DynamicTree Tree { get; } = new();

    public int Add(in Aabb box, Fixture fixture, int child)
    {
        int leaf = Tree.Add(box);
        if (proxies.Length < Tree.Capacity)
        {
            Array.Resize(ref proxies, Tree.Capacity);
        }

        proxies[leaf] = new(fixture, child);
        Touch(leaf);
        return leaf;
    }

    public void Remove(int leaf)
    {
        foreach (ref int entry in moved.AsSpan(0, movedCount))
        {
            entry = entry == leaf ? Unbuffered : entry;
        }

        proxies[leaf] = default;
        Tree.Remove(leaf);
    }

    public void Move(int leaf, in Aabb box, Vec2 displacement)
    {
        if (Tree.Move(leaf, box, displacement))
        {
            Touch(leaf);
        }
    }

    /// <summary>Looks for pairs of this leaf anew.</summary>
    public void Touch(int leaf)
    {
        if (movedCount == moved.Length)
        {
            Array.Resize(ref moved, 2 * movedCount);
        }

        moved[movedCount++] = leaf;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly FixtureProxy ProxyOf(int leaf) => ref proxies[leaf];

    public bool Overlap(int leafA, int leafB) => Aabb.Overlap(Tree.BoxOf(leafA), Tree.BoxOf(leafB));

    /// <summary>
    /// The pairs of the leaves that moved since the last call, each once, ordered by the lesser and then the greater
    /// id. They stay valid until the next call.
    /// </summary>
    public ReadOnlySpan<ulong> UpdatePairs()
    {
        pairCount = 0;
        for (int i = 0; i < movedCount; i++)
        {
            if (moved[i] != Unbuffered)
            {
                PairCollector collector = new(this, moved[i]);
                Tree.Query(ref collector, Tree.BoxOf(moved[i]));
            }
        }

        movedCount = 0;
        Span<ulong> found = pairs.AsSpan(0, pairCount);
        if (found.Length > 1)
        {
            found.Sort();
            int kept = 1;
            for (int i = 1; i < found.Length; i++)
            {
                if (found[i] != found[kept - 1])
                {
                    found[kept++] = found[i];
                }
            }

            found = found[..kept];
        }

        return found;
    }

    public static (int A, int B) Unpack(ulong pair) => ((int)(pair >> 32), (int)(uint)pair);

    private void AddPair(int a, int b)
    {
        if (pairCount == pairs.Length)
        {
            Array.Resize(ref pairs, 2 * pairCount);
        }

        pairs[pairCount++] = ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
    }

    private readonly struct PairCollector(BroadPhase owner, int leaf) : ILeafVisitor
    {
        public bool Visit(int other)
        {
            if (other != leaf)
            {
                owner.AddPair(leaf, other);
            }

            return true;
        }
    }
}
