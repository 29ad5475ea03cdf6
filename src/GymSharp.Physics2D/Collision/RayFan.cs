using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Rays from one point, and how far each gets; at segments sixteen are cast at once.</summary>
internal readonly ref struct RayFan
{
    private readonly Vec2 from;
    private readonly int count;

    // As many vectors as the rays fill; the places left over repeat the last ray.
    private readonly Span<float> endsX;
    private readonly Span<float> endsY;
    private readonly Span<float> fractions;

    /// <summary>Begins with rays of which none hits anything.</summary>
    /// <param name="from">Where all start.</param>
    /// <param name="ends">Where they lead.</param>
    /// <param name="memory">As <see cref="MemoryFor"/> says.</param>
    public RayFan(Vec2 from, ReadOnlySpan<Vec2> ends, Span<float> memory)
    {
        this.from = from;
        count = ends.Length;
        int length = memory.Length / 3;
        endsX = memory[..length];
        endsY = memory[length..(2 * length)];
        fractions = memory[(2 * length)..];
        fractions.Fill(1.0f);
        for (int i = 0; i < length; i++)
        {
            Vec2 end = ends[Math.Min(i, count - 1)];
            endsX[i] = end.X;
            endsY[i] = end.Y;
        }
    }

    /// <summary>How many numbers of memory so many rays need.</summary>
    public static int MemoryFor(int rays) => 3 * Lane.Count * ((rays + Lane.Count - 1) / Lane.Count);

    public void CopyTo(Span<float> destination) => fractions[..count].CopyTo(destination);

    /// <summary>Shortens the rays that enter a part of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    /// <param name="child">Which part.</param>
    /// <param name="box">The part's box in the tree; its margin is far greater than what ends are rounded by.</param>
    public void CastAt(Fixture fixture, int child, in Aabb box)
    {
        if (Lane.IsFast && fixture.Shape is EdgeShape edge)
        {
            CastAt(edge.Geometry, fixture.Body.Frame);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            Vec2 end = new(endsX[i], endsY[i]);
            Vec2 reach = from + fractions[i] * (end - from);
            if (Aabb.Overlap(box, new(Vec2.Min(from, reach), Vec2.Max(from, reach)))
                && fixture.RayCast(new(from, end, fractions[i]), child, out RayCastHit hit))
            {
                fractions[i] = hit.Fraction;
            }
        }
    }

    // EdgeGeometry.RayCast, lane by lane.
    private void CastAt(in EdgeGeometry edge, in Transform frame)
    {
        Vec2 start = frame.Undo(from);
        Vec2 r = edge.V2 - edge.V1;
        Vec2 normal = Vec2.RightOf(r).Normalized();
        float rr = Vec2.Dot(r, r);
        if (rr == 0.0f)
        {
            return;
        }

        Lanes numerator = Vector512.Create(Vec2.Dot(normal, edge.V1 - start));
        Lanes sin = Vector512.Create(frame.Rotation.Sin);
        Lanes cos = Vector512.Create(frame.Rotation.Cos);
        Span<Lanes> x = MemoryMarshal.Cast<float, Lanes>(endsX);
        Span<Lanes> y = MemoryMarshal.Cast<float, Lanes>(endsY);
        Span<Lanes> all = MemoryMarshal.Cast<float, Lanes>(fractions);
        for (int i = 0; i < all.Length; i++)
        {
            Lanes armX = x[i] - Vector512.Create(frame.Position.X);
            Lanes armY = y[i] - Vector512.Create(frame.Position.Y);
            Lanes dX = cos * armX + sin * armY - Vector512.Create(start.X);
            Lanes dY = Lane.Negate(sin) * armX + cos * armY - Vector512.Create(start.Y);
            Lanes denominator = Vector512.Create(normal.X) * dX + Vector512.Create(normal.Y) * dY;
            Lanes t = numerator / denominator;
            Lanes qX = Vector512.Create(start.X) + t * dX;
            Lanes qY = Vector512.Create(start.Y) + t * dY;
            Lanes s = ((qX - Vector512.Create(edge.V1.X)) * Vector512.Create(r.X)
                + (qY - Vector512.Create(edge.V1.Y)) * Vector512.Create(r.Y)) / Vector512.Create(rr);
            Lanes misses = Vector512.Equals(denominator, Lanes.Zero)
                | Vector512.LessThan(t, Lanes.Zero) | Vector512.LessThan(all[i], t)
                | Vector512.LessThan(s, Lanes.Zero) | Vector512.GreaterThan(s, Lanes.One);
            all[i] = Lane.Choose(misses, all[i], t);
        }
    }
}
