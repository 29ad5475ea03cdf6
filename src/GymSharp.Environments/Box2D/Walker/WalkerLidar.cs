using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>Ten rays from the hull, from straight down to almost straight ahead, and how far each gets.</summary>
internal sealed class WalkerLidar
{
    /// <summary>Rays.</summary>
    public const int Rays = 10;

    private const ushort GroundCategory = 0x0001;
    private const double Range = 160 / WalkerScale.Scale;
    private static readonly (double X, double Y)[] Reach = MakeReach();
    private readonly float[] fractions = new float[Rays];

    /// <summary>How much of its length each ray gets, 0 to 1.</summary>
    public ReadOnlySpan<float> Fractions => fractions;

    /// <summary>Where a ray would end if nothing were in its way, from its start, metres.</summary>
    public static (double X, double Y) Full(int ray) => Reach[ray];

    /// <summary>Looks around from a place.</summary>
    public void Look(World world, Vec2 from)
    {
        Span<Vec2> ends = stackalloc Vec2[Rays];
        for (int ray = 0; ray < Rays; ray++)
        {
            (double x, double y) = Reach[ray];
            ends[ray] = new Vec2((float)(from.X + x), (float)(from.Y - y));
        }

        world.CastRays(from, ends, GroundCategory, fractions);
    }

    /// <summary>Reads or writes what was seen.</summary>
    public void Sync(StateSync sync) => sync.Sync(fractions.AsSpan());

    private static (double X, double Y)[] MakeReach()
    {
        var reach = new (double X, double Y)[Rays];
        for (int ray = 0; ray < Rays; ray++)
        {
            double angle = 1.5 * ray / 10.0;
            reach[ray] = (Math.Sin(angle) * Range, Math.Cos(angle) * Range);
        }

        return reach;
    }
}
