using GymSharp.Physics2D;

namespace GymSharp.Environments.Box2D;

/// <summary>A line that a sliding wheel leaves behind.</summary>
internal sealed class SkidMark
{
    /// <summary>Points that a line has at most.</summary>
    public const int MaximumPoints = 30;

    /// <summary>The points, of which <see cref="Count"/> are in use.</summary>
    public Vec2[] Points { get; } = new Vec2[MaximumPoints];

    /// <summary>Points in use.</summary>
    public int Count { get; set; }

    /// <summary>Whether it lies on grass.</summary>
    public bool OnGrass { get; set; }
}
