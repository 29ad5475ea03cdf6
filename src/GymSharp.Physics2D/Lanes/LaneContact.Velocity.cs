using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>A velocity iteration, as <see cref="ContactVelocitySolver"/>.</content>
internal partial struct LaneContact
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SolveVelocity(ref LaneVelocity slotA, ref LaneVelocity slotB)
    {
        LaneVelocity a = slotA;
        LaneVelocity b = slotB;
        Friction(ref first, exists, use, ref a, ref b);
        if (blocks != LaneUse.Nowhere)
        {
            Friction(ref second, isBlock, blocks, ref a, ref b);
        }

        if (blocks == LaneUse.Everywhere)
        {
            Block(ref a, ref b);
        }
        else if (blocks == LaneUse.Nowhere)
        {
            Single(exists, ref a, ref b);
        }
        else
        {
            // Neither changes the lanes of the other.
            Block(ref a, ref b);
            Single(Vector512.AndNot(exists, isBlock), ref a, ref b);
        }

        slotA = a;
        slotB = b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Friction(
        ref LanePoint point, Lanes where, LaneUse used, ref LaneVelocity a, ref LaneVelocity b)
    {
        Lanes tangentX = normalY;
        Lanes tangentY = Lane.Negate(normalX);
        Lanes speed = point.Speed(a, b, tangentX, tangentY) - tangentSpeed;
        Lanes most = friction * point.Normal;
        Lanes total = Lane.Max(
            Lane.Negate(most), Lane.Min(point.Tangent + point.TangentMass * Lane.Negate(speed), most));
        Lanes lambda = total - point.Tangent;
        point.Tangent = used == LaneUse.Everywhere ? total : Lane.Choose(where, total, point.Tangent);
        Apply(point, where, used, lambda * tangentX, lambda * tangentY, ref a, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Single(Lanes where, ref LaneVelocity a, ref LaneVelocity b)
    {
        Lanes speed = first.Speed(a, b, normalX, normalY);
        Lanes old = first.Normal;
        Lanes total = Lane.Max(
            old + Lane.Negate(first.NormalMass) * (speed - first.VelocityBias), Lanes.Zero);
        Lanes lambda = total - old;
        first.Normal = Lane.Choose(where, total, old);
        Apply(first, where, LaneUse.Somewhere, lambda * normalX, lambda * normalY, ref a, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(ref LaneVelocity a, ref LaneVelocity b)
    {
        Lanes old1 = first.Normal;
        Lanes old2 = second.Normal;
        Lanes v1 = first.Speed(a, b, normalX, normalY) - first.VelocityBias - (k11 * old1 + k12 * old2);
        Lanes v2 = second.Speed(a, b, normalX, normalY) - second.VelocityBias - (k12 * old1 + k22 * old2);
        Lanes acts = Complementary(v1, v2, out Lanes x1, out Lanes x2) & isBlock;
        Lanes d1 = x1 - old1;
        Lanes d2 = x2 - old2;
        Lanes p1X = d1 * normalX;
        Lanes p1Y = d1 * normalY;
        Lanes p2X = d2 * normalX;
        Lanes p2Y = d2 * normalY;
        Lanes turnA = (first.ArmAX * p1Y - first.ArmAY * p1X) + (second.ArmAX * p2Y - second.ArmAY * p2X);
        Lanes turnB = (first.ArmBX * p1Y - first.ArmBY * p1X) + (second.ArmBX * p2Y - second.ArmBY * p2X);
        a.X = Lane.Choose(acts, a.X - massA * (p1X + p2X), a.X);
        a.Y = Lane.Choose(acts, a.Y - massA * (p1Y + p2Y), a.Y);
        a.Spin = Lane.Choose(acts, a.Spin - inertiaA * turnA, a.Spin);
        b.X = Lane.Choose(acts, b.X + massB * (p1X + p2X), b.X);
        b.Y = Lane.Choose(acts, b.Y + massB * (p1Y + p2Y), b.Y);
        b.Spin = Lane.Choose(acts, b.Spin + inertiaB * turnB, b.Spin);
        first.Normal = Lane.Choose(acts, x1, old1);
        second.Normal = Lane.Choose(acts, x2, old2);
    }

    // The first of the four cases that holds; where none does, nothing acts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Lanes Complementary(Lanes v1, Lanes v2, out Lanes x1, out Lanes x2)
    {
        Lanes both1 = Lane.Negate(inverse11 * v1 + inverse12 * v2);
        Lanes both2 = Lane.Negate(inverse12 * v1 + inverse22 * v2);
        Lanes both = IsPositive(both1) & IsPositive(both2);
        Lanes alone1 = Lane.Negate(first.NormalMass) * v1;
        Lanes one = IsPositive(alone1) & IsPositive(k12 * alone1 + v2);
        Lanes alone2 = Lane.Negate(second.NormalMass) * v2;
        Lanes two = IsPositive(alone2) & IsPositive(k12 * alone2 + v1);
        x1 = Lane.Choose(both, both1, one & alone1);
        x2 = Lane.Choose(both, both2, Vector512.AndNot(two & alone2, one));
        return both | one | two | (IsPositive(v1) & IsPositive(v2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes IsPositive(Lanes a) => Vector512.GreaterThanOrEqual(a, Lanes.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Apply(
        in LanePoint point, Lanes where, LaneUse used, Lanes x, Lanes y, ref LaneVelocity a, ref LaneVelocity b)
    {
        LaneVelocity newA;
        newA.X = a.X - massA * x;
        newA.Y = a.Y - massA * y;
        newA.Spin = a.Spin - inertiaA * (point.ArmAX * y - point.ArmAY * x);
        LaneVelocity newB;
        newB.X = b.X + massB * x;
        newB.Y = b.Y + massB * y;
        newB.Spin = b.Spin + inertiaB * (point.ArmBX * y - point.ArmBY * x);
        if (used == LaneUse.Everywhere)
        {
            a = newA;
            b = newB;
            return;
        }

        a.X = Lane.Choose(where, newA.X, a.X);
        a.Y = Lane.Choose(where, newA.Y, a.Y);
        a.Spin = Lane.Choose(where, newA.Spin, a.Spin);
        b.X = Lane.Choose(where, newB.X, b.X);
        b.Y = Lane.Choose(where, newB.Y, b.Y);
        b.Spin = Lane.Choose(where, newB.Spin, b.Spin);
    }
}
