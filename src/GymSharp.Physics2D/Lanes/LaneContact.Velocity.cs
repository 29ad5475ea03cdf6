using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <content>A velocity iteration, as <see cref="ContactVelocitySolver"/>.</content>
internal partial struct LaneContact
{
    /// <summary>Solves the velocities of the two bodies.</summary>
    public void SolveVelocity(LaneArray<LaneVelocity> velocities)
    {
        if (isFirstFixed)
        {
            SolveVelocity<FixedBody>(velocities);
        }
        else
        {
            SolveVelocity<MovingBody>(velocities);
        }
    }

    // Where there is no contact, whatever is computed is put nowhere.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveVelocity<TFirst>(LaneArray<LaneVelocity> velocities)
        where TFirst : struct, IFirstBody
    {
        LaneVelocity a = TFirst.IsFixed ? default : bodiesA.Take(velocities);
        LaneVelocity b = bodiesB.Take(velocities);
        Friction<TFirst>(ref first, Lane.Everywhere, LaneUse.Everywhere, ref a, ref b);
        if (blocks == LaneUse.Nowhere)
        {
            Single<TFirst>(ref a, ref b);
        }
        else
        {
            Friction<TFirst>(ref second, isBlock, blocks, ref a, ref b);
            LaneVelocity singleA = a;
            LaneVelocity singleB = b;
            Lanes old = first.Normal;
            Block<TFirst>(ref a, ref b);
            if (blocks == LaneUse.Somewhere)
            {
                Lanes block = first.Normal;
                first.Normal = old;
                Single<TFirst>(ref singleA, ref singleB);
                first.Normal = Lane.Choose(isBlock, block, first.Normal);
                a = TFirst.IsFixed ? a : LaneVelocity.Choose(isBlock, a, singleA);
                b = LaneVelocity.Choose(isBlock, b, singleB);
            }
        }

        if (!TFirst.IsFixed)
        {
            bodiesA.Put(velocities, a);
        }

        bodiesB.Put(velocities, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Friction<TFirst>(
        ref LanePoint point, Lanes where, LaneUse used, ref LaneVelocity a, ref LaneVelocity b)
        where TFirst : struct, IFirstBody
    {
        Lanes tangentX = normalY;
        Lanes tangentY = Lane.Negate(normalX);
        Lanes speed = point.Speed<TFirst>(a, b, tangentX, tangentY) - tangentSpeed;
        Lanes most = friction * point.Normal;
        Lanes total = Lane.Max(
            Lane.Negate(most), Lane.Min(point.Tangent + point.TangentMass * Lane.Negate(speed), most));
        Lanes lambda = total - point.Tangent;
        point.Tangent = used == LaneUse.Everywhere ? total : Lane.Choose(where, total, point.Tangent);
        Apply<TFirst>(point, new(lambda * tangentX, lambda * tangentY), where, used, ref a, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Single<TFirst>(ref LaneVelocity a, ref LaneVelocity b)
        where TFirst : struct, IFirstBody
    {
        Lanes speed = first.Speed<TFirst>(a, b, normalX, normalY);
        Lanes old = first.Normal;
        Lanes total = Lane.Max(
            old + Lane.Negate(first.NormalMass) * (speed - first.VelocityBias), Lanes.Zero);
        Lanes lambda = total - old;
        first.Normal = total;
        Apply<TFirst>(
            first, new(lambda * normalX, lambda * normalY), Lane.Everywhere, LaneUse.Everywhere, ref a, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Block<TFirst>(ref LaneVelocity a, ref LaneVelocity b)
        where TFirst : struct, IFirstBody
    {
        Lanes old1 = first.Normal;
        Lanes old2 = second.Normal;
        Lanes v1 = first.Speed<TFirst>(a, b, normalX, normalY) - first.VelocityBias - (k11 * old1 + k12 * old2);
        Lanes v2 = second.Speed<TFirst>(a, b, normalX, normalY) - second.VelocityBias - (k12 * old1 + k22 * old2);
        Lanes acts = Complementary(v1, v2, out Lanes x1, out Lanes x2) & isBlock;
        Lanes d1 = x1 - old1;
        Lanes d2 = x2 - old2;
        Lanes p1X = d1 * normalX;
        Lanes p1Y = d1 * normalY;
        Lanes p2X = d2 * normalX;
        Lanes p2Y = d2 * normalY;
        Lanes turnB = (first.ArmBX * p1Y - first.ArmBY * p1X) + (second.ArmBX * p2Y - second.ArmBY * p2X);
        if (!TFirst.IsFixed)
        {
            Lanes turnA = (first.ArmAX * p1Y - first.ArmAY * p1X) + (second.ArmAX * p2Y - second.ArmAY * p2X);
            a.X = Lane.Choose(acts, a.X - massA * (p1X + p2X), a.X);
            a.Y = Lane.Choose(acts, a.Y - massA * (p1Y + p2Y), a.Y);
            a.Spin = Lane.Choose(acts, a.Spin - inertiaA * turnA, a.Spin);
        }

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
    private readonly void Apply<TFirst>(
        in LanePoint point, LaneVector impulse, Lanes where, LaneUse used, ref LaneVelocity a, ref LaneVelocity b)
        where TFirst : struct, IFirstBody
    {
        (Lanes x, Lanes y) = impulse;
        bool all = used == LaneUse.Everywhere;
        if (!TFirst.IsFixed)
        {
            LaneVelocity newA;
            newA.X = a.X - massA * x;
            newA.Y = a.Y - massA * y;
            newA.Spin = a.Spin - inertiaA * (point.ArmAX * y - point.ArmAY * x);
            a = all ? newA : LaneVelocity.Choose(where, newA, a);
        }

        LaneVelocity newB;
        newB.X = b.X + massB * x;
        newB.Y = b.Y + massB * y;
        newB.Spin = b.Spin + inertiaB * (point.ArmBX * y - point.ArmBY * x);
        b = all ? newB : LaneVelocity.Choose(where, newB, b);
    }
}
