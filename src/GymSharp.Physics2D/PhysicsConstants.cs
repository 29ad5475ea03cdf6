namespace GymSharp.Physics2D;

/// <summary>The tuning of the engine: metres, kilograms, seconds, radians.</summary>
/// <remarks>
/// The values are those of Box2D 2.3.0 (b2Settings.h), with pybox2d's 16 vertices per polygon. They are tuned for
/// moving things between 0.1 m and 10 m. The limits at the end are ours: what lies beyond them is refused with an
/// error.
/// </remarks>
public static class PhysicsConstants
{
    /// <summary>Half a turn.</summary>
    public const float Pi = 3.14159265359f;

    /// <summary>The distance between 1 and the next float32.</summary>
    public const float Epsilon = 1.1920928955078125e-7f;

    /// <summary>The most vertices a polygon may have.</summary>
    public const int MaximumPolygonVertices = 16;

    /// <summary>How far shapes may sink into each other, metres.</summary>
    public const float LinearSlop = 0.005f;

    /// <summary>How far joints may turn beyond their limits, radians.</summary>
    public const float AngularSlop = 2.0f / 180.0f * Pi;

    /// <summary>The skin around polygons, metres.</summary>
    public const float PolygonRadius = 2.0f * LinearSlop;

    /// <summary>By how much boxes in the tree are larger than their shapes, metres.</summary>
    internal const float AabbExtension = 0.1f;

    /// <summary>How many steps of motion boxes in the tree foresee.</summary>
    internal const float AabbMultiplier = 2.0f;

    /// <summary>How often one contact may stop the step at a time of impact.</summary>
    internal const int MaximumSubSteps = 8;

    /// <summary>The most contacts of one time of impact.</summary>
    internal const int MaximumToiContacts = 32;

    /// <summary>Slower impacts do not bounce, m/s.</summary>
    internal const float VelocityThreshold = 1.0f;

    /// <summary>The most a position iteration moves a body, metres.</summary>
    internal const float MaximumLinearCorrection = 0.2f;

    /// <summary>The most a position iteration turns a body, radians.</summary>
    internal const float MaximumAngularCorrection = 8.0f / 180.0f * Pi;

    /// <summary>The furthest a body moves in a step, metres.</summary>
    internal const float MaximumTranslation = 2.0f;

    /// <summary>The furthest a body turns in a step, radians.</summary>
    internal const float MaximumRotation = 0.5f * Pi;

    /// <summary>The share of a contact's overlap that a position iteration removes.</summary>
    internal const float Baumgarte = 0.2f;

    /// <summary>The share of a contact's overlap removed at a time of impact.</summary>
    internal const float ToiBaumgarte = 0.75f;

    /// <summary>How long a body must be still before it sleeps, seconds.</summary>
    internal const float TimeToSleep = 0.5f;

    /// <summary>Still means slower than this, m/s.</summary>
    internal const float LinearSleepTolerance = 0.01f;

    /// <summary>Still means turning slower than this, rad/s.</summary>
    internal const float AngularSleepTolerance = 2.0f / 180.0f * Pi;

    /// <summary>The furthest from the origin that bodies and shapes may be put, metres.</summary>
    public const float MaximumCoordinate = 1e6f;

    /// <summary>The greatest density of a fixture, kg/m².</summary>
    public const float MaximumDensity = 1e9f;

    /// <summary>The greatest speed that may be set, m/s or rad/s.</summary>
    public const float MaximumSpeed = 1e9f;
}
