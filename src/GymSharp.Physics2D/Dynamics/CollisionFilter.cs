namespace GymSharp.Physics2D;

/// <summary>Which fixtures may touch which.</summary>
/// <remarks>
/// Two fixtures of one group that is not 0 touch if it is positive. All others touch if each has a category that is in
/// the other's mask.
/// </remarks>
/// <param name="Categories">What the fixture is, one bit each.</param>
/// <param name="Mask">The categories it touches.</param>
/// <param name="Group">0 for none.</param>
public readonly record struct CollisionFilter(ushort Categories, ushort Mask, short Group = 0)
{
    /// <summary>The first category, touching all.</summary>
    public static CollisionFilter Default => new(0x0001, 0xFFFF);

    /// <summary>Whether fixtures with these filters may touch.</summary>
    public static bool ShouldCollide(CollisionFilter a, CollisionFilter b) => a.Group == b.Group && a.Group != 0
        ? a.Group > 0
        : (a.Mask & b.Categories) != 0 && (a.Categories & b.Mask) != 0;
}
