namespace GymSharp.Physics2D;

/// <content>Boxes and rays.</content>
public sealed partial class World
{
    /// <summary>Finds the fixtures that a ray enters. Fixtures in which it starts are not entered.</summary>
    /// <param name="visitor">Is shown each.</param>
    /// <param name="from">Metres.</param>
    /// <param name="to">Metres; another point than <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException">A point is not finite, or both are the same.</exception>
    public void RayCast<TVisitor>(ref TVisitor visitor, Vec2 from, Vec2 to)
        where TVisitor : IRayCastVisitor
    {
        RequireRay(from, to);
        RayVisitor<TVisitor> leaves = new(BroadPhase, ref visitor);
        BroadPhase.Tree.RayCast(ref leaves, from, to);
    }

    /// <summary>Finds how far each of several rays from one point gets.</summary>
    /// <param name="from">Where all start, metres.</param>
    /// <param name="ends">Where they lead, metres; other points than <paramref name="from"/>.</param>
    /// <param name="categories">What stops them: fixtures of at least one of these categories.</param>
    /// <param name="fractions">
    /// Receives for each ray the share of its length before the nearest fixture that it enters; 1 if there is none.
    /// </param>
    /// <remarks>The numbers are those of one <see cref="RayCast"/> for each; the tree is walked once.</remarks>
    /// <exception cref="ArgumentException">
    /// A point is not finite or is that of the start, or there is not one fraction for each ray.
    /// </exception>
    public void CastRays(Vec2 from, ReadOnlySpan<Vec2> ends, ushort categories, Span<float> fractions)
    {
        if (fractions.Length != ends.Length)
        {
            throw new ArgumentException(
                $"There are {ends.Length} rays and {fractions.Length} fractions; expected as many.",
                nameof(fractions));
        }

        Aabb reach = new(from, from);
        foreach (Vec2 to in ends)
        {
            RequireRay(from, to);
            reach = Aabb.Union(reach, new(to, to));
        }

        int length = RayFan.MemoryFor(ends.Length);
        RayFan fan = new(from, ends, length <= 256 ? stackalloc float[length] : new float[length]);
        FanVisitor leaves = new(BroadPhase, fan, categories);
        BroadPhase.Tree.Query(ref leaves, reach);
        fan.CopyTo(fractions);
    }

    /// <summary>Finds the fixtures whose boxes in the tree, a little larger than they are, overlap a box.</summary>
    /// <param name="visitor">Is shown each; chains as often as parts overlap.</param>
    /// <param name="box">Metres.</param>
    public void Query<TVisitor>(ref TVisitor visitor, in Aabb box)
        where TVisitor : IQueryVisitor
    {
        BoxVisitor<TVisitor> leaves = new(BroadPhase, ref visitor);
        BroadPhase.Tree.Query(ref leaves, box);
    }

    private static void RequireRay(Vec2 from, Vec2 to)
    {
        Require.Finite(from, nameof(from));
        Require.Finite(to, nameof(to));
        if (!((to - from).LengthSquared > 0.0f))
        {
            throw new ArgumentException(
                $"The ray leads from {from} to {to}; expected two different points.", nameof(to));
        }
    }

    private readonly ref struct RayVisitor<TVisitor>(BroadPhase broadPhase, ref TVisitor visitor) : ILeafRayVisitor
        where TVisitor : IRayCastVisitor
    {
        private readonly BroadPhase broadPhase = broadPhase;
        private readonly ref TVisitor visitor = ref visitor;

        public float Visit(int leaf, in RayCastInput input)
        {
            (Fixture fixture, int child) = broadPhase.ProxyOf(leaf);
            if (!fixture.RayCast(input, child, out RayCastHit hit))
            {
                return input.MaximumFraction;
            }

            Vec2 point = (1.0f - hit.Fraction) * input.From + hit.Fraction * input.To;
            return visitor.Report(fixture, point, hit.Normal, hit.Fraction);
        }
    }

    private readonly ref struct BoxVisitor<TVisitor>(BroadPhase broadPhase, ref TVisitor visitor) : ILeafVisitor
        where TVisitor : IQueryVisitor
    {
        private readonly BroadPhase broadPhase = broadPhase;
        private readonly ref TVisitor visitor = ref visitor;

        public bool Visit(int leaf) => visitor.Report(broadPhase.ProxyOf(leaf).Fixture);
    }

    private readonly ref struct FanVisitor(BroadPhase broadPhase, RayFan fan, ushort categories) : ILeafVisitor
    {
        private readonly BroadPhase broadPhase = broadPhase;
        private readonly RayFan fan = fan;
        private readonly ushort categories = categories;

        public bool Visit(int leaf)
        {
            (Fixture fixture, int child) = broadPhase.ProxyOf(leaf);
            if ((fixture.Filter.Categories & categories) != 0)
            {
                fan.CastAt(fixture, child, broadPhase.Tree.BoxOf(leaf));
            }

            return true;
        }
    }
}
