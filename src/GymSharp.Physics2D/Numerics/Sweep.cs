namespace GymSharp.Physics2D;

/// <summary>
/// The motion of a body over a step: two poses of the centre of mass, and how far the first has advanced.
/// </summary>
internal struct Sweep
{
    public Vec2 LocalCenter;
    public Vec2 StartCenter;
    public Vec2 Center;
    public float StartAngle;
    public float Angle;

    /// <summary>The share of the step at which the start stands, 0 to 1.</summary>
    public float StartTime;

    /// <summary>The frame of the body between the start, 0, and the end, 1.</summary>
    public readonly Transform At(float beta)
    {
        Vec2 center = (1.0f - beta) * StartCenter + beta * Center;
        float angle = (1.0f - beta) * StartAngle + beta * Angle;
        return Transform.Around(center, LocalCenter, angle);
    }

    /// <summary>Moves the start on.</summary>
    public void Advance(float time)
    {
        float beta = (time - StartTime) / (1.0f - StartTime);
        StartCenter = (1.0f - beta) * StartCenter + beta * Center;
        StartAngle = (1.0f - beta) * StartAngle + beta * Angle;
        StartTime = time;
    }

    /// <summary>Takes whole turns off both angles; the root finder needs small ones.</summary>
    public void Normalize()
    {
        const float TwoPi = 2.0f * PhysicsConstants.Pi;
        float turns = TwoPi * MathF.Floor(StartAngle / TwoPi);
        StartAngle -= turns;
        Angle -= turns;
    }
}
