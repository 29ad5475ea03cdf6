namespace GymSharp.Physics2D;

/// <content>Boxes and rays.</content>
public sealed partial class World
{
    /// <summary>Finds the fixtures that a ray enters. Fixtures in which it starts are not entered.</summary>
    /// <param name="visitor">Is shown each.</param>
    /// <param name="from">Metres.</param>
    /// <param name="to">Metres; another point than <paramref name="from"/>.</param>
    /// <param name="categories">The ray goes through fixtures of none of these categories as if they were not there.
    /// </param>
    /// <exception cref="ArgumentException">A point is not finite, or both are the same.</exception>
    public void RayCast<TVisitor>(ref TVisitor visitor, Vec2 from, Vec2 to, ushort categories = ushort.MaxValue)
        where TVisitor : IRayCastVisitor
    {
        Require.Finite(from, nameof(from));
        Require.Finite(to, nameof(to));
        if (!((to - from).LengthSquared > 0.0f))
        {
            throw new ArgumentException(
                $"The ray leads from {from} to {to}; expected two different points.", nameof(to));
        }

        RayVisitor<TVisitor> leaves = new(BroadPhase, categories, ref visitor);
        BroadPhase.Tree.RayCast(ref leaves, from, to);
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

    private readonly ref struct RayVisitor<TVisitor>(BroadPhase broadPhase, ushort categories, ref TVisitor visitor)
        : ILeafRayVisitor
        where TVisitor : IRayCastVisitor
    {
        private const float Ignore = -1;
        private readonly BroadPhase broadPhase = broadPhase;
        private readonly ref TVisitor visitor = ref visitor;

        public float Visit(int leaf, in RayCastInput input)
        {
            (Fixture fixture, int child) = broadPhase.ProxyOf(leaf);
            if ((fixture.Filter.Categories & categories) == 0)
            {
                return Ignore;
            }

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
}
