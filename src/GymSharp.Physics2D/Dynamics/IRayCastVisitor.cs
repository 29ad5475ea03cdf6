namespace GymSharp.Physics2D;

/// <summary>Is shown the fixtures that a ray enters, in no particular order.</summary>
public interface IRayCastVisitor
{
    /// <summary>Takes a fixture.</summary>
    /// <param name="fixture">What the ray enters.</param>
    /// <param name="point">Where, metres.</param>
    /// <param name="normal">The surface's outward direction there.</param>
    /// <param name="fraction">How far along the ray.</param>
    /// <returns>
    /// <paramref name="fraction"/> to see only nearer ones from now on, 1 to go on, 0 to end, -1 to ignore this
    /// fixture.
    /// </returns>
    float Report(Fixture fixture, Vec2 point, Vec2 normal, float fraction);
}
