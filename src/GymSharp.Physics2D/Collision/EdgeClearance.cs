namespace GymSharp.Physics2D;

/// <summary>
/// Shows in most cases with little work that a polygon in motion stays away from an edge that rests, as wheels and
/// feet do that lie on the ground.
/// </summary>
/// <remarks>
/// <para>A time of impact is a time at which the shapes, without their skins, come as near as
/// <see cref="TimeOfImpact.Reach"/>. Along any axis they are at least as far apart as their projections are. Here the
/// axis is the edge's normal. The lowest projection of a vertex is known at the end of the motion, and with
/// w₀ ≈ (1 − φ²/2) w₁ − φ w₁⊥ at its start, where w is the arm of the vertex and φ the angle of the turn; the error is
/// below |w| |φ|³/6. In between, a vertex leaves the straight way by |w| φ²/8 at most.</para>
/// <para>A margin far above what is rounded is left, so where this holds the search finds nothing.</para>
/// </remarks>
internal static class EdgeClearance
{
    private const float GreatestTurn = 0.5f;
    private const float GreatestAngle = 100.0f;
    private const float Margin = 0.0005f;

    /// <summary>The share of arms and coordinates by which results are rounded, generously.</summary>
    private const float Rounding = 2e-6f;

    /// <summary>Whether the polygon certainly stays away from the edge.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="radius">The edge's skin.</param>
    /// <param name="ground">The frame of the edge's body, which rests.</param>
    /// <param name="polygon">The polygon.</param>
    /// <param name="body">Its body, whose frame is the one at the end of the motion.</param>
    public static bool Holds(
        in EdgeGeometry edge, float radius, in Transform ground, PolygonShape polygon, Body body)
    {
        ref readonly Sweep sweep = ref body.Sweep;
        float turn = sweep.Angle - sweep.StartAngle;
        if (!(Math.Abs(turn) < GreatestTurn && Math.Abs(sweep.Angle) < GreatestAngle))
        {
            return false;
        }

        Vec2 from = ground * edge.V1;
        Vec2 normal = Vec2.RightOf(ground * edge.V2 - from).Normalized();
        float end = Vec2.Dot(normal, sweep.Center - from);
        if (end < 0.0f)
        {
            normal = -normal;
            end = -end;
        }

        float start = Vec2.Dot(normal, sweep.StartCenter - from);
        float shrunk = 1.0f - 0.5f * turn * turn;
        float leastStart = float.MaxValue;
        float leastEnd = float.MaxValue;
        float arms = 0.0f;
        foreach (Vec2 vertex in polygon.Vertices)
        {
            Vec2 arm = body.Frame.Rotation * (vertex - sweep.LocalCenter);
            float along = Vec2.Dot(normal, arm);
            leastEnd = Math.Min(leastEnd, along);
            leastStart = Math.Min(leastStart, shrunk * along - turn * Vec2.Dot(normal, Vec2.LeftOf(arm)));
            arms = Math.Max(arms, Math.Abs(arm.X) + Math.Abs(arm.Y));
        }

        float squared = turn * turn;
        float bulge = arms * squared * (0.125f + Math.Abs(turn) / 5.0f);
        float places =
            Math.Abs(sweep.Center.X) + Math.Abs(sweep.Center.Y) + Math.Abs(from.X) + Math.Abs(from.Y) + end + start;
        float slack = bulge + (arms * GreatestAngle + places) * Rounding + Margin;
        return Math.Min(start + leastStart, end + leastEnd) > TimeOfImpact.Reach(radius + polygon.Radius) + slack;
    }
}
