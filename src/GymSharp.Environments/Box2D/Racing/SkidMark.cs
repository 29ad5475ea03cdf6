using GymSharp.Physics2D;
using GymSharp.State;

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

    /// <summary>Reads or writes the points.</summary>
    public void Sync(StateSync sync)
    {
        int count = Count;
        bool grass = OnGrass;
        sync.Sync(ref count);
        sync.Sync(ref grass);
        sync.Sync(Points.AsSpan());
        Count = Math.Clamp(count, 0, MaximumPoints);
        OnGrass = grass;
    }
}
