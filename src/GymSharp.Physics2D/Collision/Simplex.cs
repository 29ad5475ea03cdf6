namespace GymSharp.Physics2D;

/// <summary>A point, segment or triangle of the difference of two shapes, for the GJK distance algorithm.</summary>
/// <remarks>Gilbert, Johnson, Keerthi 1988; solved by barycentric coordinates as in Catto, "Computing Distance",
/// GDC 2010.</remarks>
internal struct Simplex
{
    public SimplexVertex V1;
    public SimplexVertex V2;
    public SimplexVertex V3;
    public int Count;

    public void Read(in SimplexCache cache, in DistanceQuery query)
    {
        Count = cache.Count;
        if (Count > 0)
        {
            V1 = SimplexVertex.Of(query, cache.First.A, cache.First.B);
        }

        if (Count > 1)
        {
            V2 = SimplexVertex.Of(query, cache.Second.A, cache.Second.B);
        }

        if (Count > 2)
        {
            V3 = SimplexVertex.Of(query, cache.Third.A, cache.Third.B);
        }

        if (Count > 1)
        {
            float metric = Metric();
            if (metric < 0.5f * cache.Metric || 2.0f * cache.Metric < metric || metric < PhysicsConstants.Epsilon)
            {
                Count = 0;
            }
        }

        if (Count == 0)
        {
            V1 = SimplexVertex.Of(query, 0, 0);
            V1.Weight = 1.0f;
            Count = 1;
        }
    }

    public readonly void Write(ref SimplexCache cache)
    {
        cache.Metric = Metric();
        cache.Count = Count;
        cache.First = (V1.IndexA, V1.IndexB);
        cache.Second = (V2.IndexA, V2.IndexB);
        cache.Third = (V3.IndexA, V3.IndexB);
    }

    /// <summary>From the simplex towards the origin.</summary>
    public readonly Vec2 SearchDirection()
    {
        if (Count == 1)
        {
            return -V1.Difference;
        }

        Vec2 e12 = V2.Difference - V1.Difference;
        return Vec2.Cross(e12, -V1.Difference) > 0.0f ? Vec2.LeftOf(e12) : Vec2.RightOf(e12);
    }

    public readonly (Vec2 A, Vec2 B) WitnessPoints()
    {
        if (Count == 1)
        {
            return (V1.A, V1.B);
        }

        Vec2 a = V1.Weight * V1.A + V2.Weight * V2.A;
        if (Count == 2)
        {
            return (a, V1.Weight * V1.B + V2.Weight * V2.B);
        }

        a += V3.Weight * V3.A;
        return (a, a);
    }

    public void Solve()
    {
        if (Count == 2)
        {
            Solve2();
        }
        else if (Count == 3)
        {
            Solve3();
        }
    }

    private readonly float Metric() => Count switch
    {
        2 => (V1.Difference - V2.Difference).Length,
        3 => Vec2.Cross(V2.Difference - V1.Difference, V3.Difference - V1.Difference),
        _ => 0.0f,
    };

    private void Solve2()
    {
        Vec2 e12 = V2.Difference - V1.Difference;
        float d2 = -Vec2.Dot(V1.Difference, e12);
        if (d2 <= 0.0f)
        {
            Keep(V1);
            return;
        }

        float d1 = Vec2.Dot(V2.Difference, e12);
        if (d1 <= 0.0f)
        {
            Keep(V2);
            return;
        }

        Keep(V1, d1, V2, d2);
    }

    // The region of the triangle that holds the origin: three vertices, three edges, the inside.
    private void Solve3()
    {
        Vec2 w1 = V1.Difference;
        Vec2 w2 = V2.Difference;
        Vec2 w3 = V3.Difference;
        Vec2 e12 = w2 - w1;
        float d12To1 = Vec2.Dot(w2, e12);
        float d12To2 = -Vec2.Dot(w1, e12);
        Vec2 e13 = w3 - w1;
        float d13To1 = Vec2.Dot(w3, e13);
        float d13To3 = -Vec2.Dot(w1, e13);
        Vec2 e23 = w3 - w2;
        float d23To2 = Vec2.Dot(w3, e23);
        float d23To3 = -Vec2.Dot(w2, e23);
        float n = Vec2.Cross(e12, e13);
        float d1 = n * Vec2.Cross(w2, w3);
        float d2 = n * Vec2.Cross(w3, w1);
        float d3 = n * Vec2.Cross(w1, w2);
        if (d12To2 <= 0.0f && d13To3 <= 0.0f)
        {
            Keep(V1);
        }
        else if (d12To1 > 0.0f && d12To2 > 0.0f && d3 <= 0.0f)
        {
            Keep(V1, d12To1, V2, d12To2);
        }
        else if (d13To1 > 0.0f && d13To3 > 0.0f && d2 <= 0.0f)
        {
            Keep(V1, d13To1, V3, d13To3);
        }
        else if (d12To1 <= 0.0f && d23To3 <= 0.0f)
        {
            Keep(V2);
        }
        else if (d13To1 <= 0.0f && d23To2 <= 0.0f)
        {
            Keep(V3);
        }
        else if (d23To2 > 0.0f && d23To3 > 0.0f && d1 <= 0.0f)
        {
            Keep(V3, d23To3, V2, d23To2);
        }
        else
        {
            float inverse = 1.0f / (d1 + d2 + d3);
            V1.Weight = d1 * inverse;
            V2.Weight = d2 * inverse;
            V3.Weight = d3 * inverse;
            Count = 3;
        }
    }

    private void Keep(SimplexVertex vertex)
    {
        V1 = vertex;
        V1.Weight = 1.0f;
        Count = 1;
    }

    private void Keep(SimplexVertex first, float d1, SimplexVertex second, float d2)
    {
        float inverse = 1.0f / (d1 + d2);
        V1 = first;
        V1.Weight = d1 * inverse;
        V2 = second;
        V2.Weight = d2 * inverse;
        Count = 2;
    }
}
