using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Which body takes part on one side of a contact, in each of sixteen worlds; not the same in all.</summary>
/// <remarks>There are but few different ones, so they are chosen one after the other.</remarks>
internal struct LaneBodies
{
    private const int Nobody = -1;
    private Vector512<int> bodies;
    private uint used;
    private bool isOne;

    /// <summary>Takes the body out of all worlds.</summary>
    public void Clear()
    {
        bodies = Vector512.Create(Nobody);
        used = 0;
    }

    public void Set(int lane, int body)
    {
        Lane.Set(ref bodies, lane, body);
        used |= 1u << body;
    }

    /// <summary>Notes whether all worlds have the same body, once all are set.</summary>
    public void Decide() =>
        isOne = BitOperations.IsPow2(used) && !Vector512.EqualsAny(bodies, Vector512.Create(Nobody));

    /// <summary>Whether it is this body wherever there is one.</summary>
    public readonly bool Is(int body) => used == 1u << body;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LaneVelocity Take(LaneArray<LaneVelocity> all)
    {
        uint left = used;
        LaneVelocity taken = all[Next(ref left)];
        while (left != 0)
        {
            int body = Next(ref left);
            taken = LaneVelocity.Choose(Where(body), all[body], taken);
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Put(LaneArray<LaneVelocity> all, in LaneVelocity changed) => Put(all, used, changed);

    /// <summary>Takes the positions where one of these bodies moves.</summary>
    /// <param name="all">The positions.</param>
    /// <param name="moving">How many bodies move; they have the lowest numbers.</param>
    /// <param name="taken">Those of bodies that do not move.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Take(LaneArray<LanePosition> all, int moving, ref LanePosition taken)
    {
        uint left = Moving(moving);
        while (left != 0)
        {
            int body = Next(ref left);
            if (isOne)
            {
                taken = all[body];
            }
            else
            {
                taken.TakeWhere(Where(body), all[body]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Put(LaneArray<LanePosition> all, int moving, in LanePosition changed) =>
        Put(all, Moving(moving), changed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Put<T>(LaneArray<T> all, uint left, in T changed)
        where T : unmanaged, ILaneMotion<T>
    {
        while (left != 0)
        {
            int body = Next(ref left);
            if (isOne)
            {
                all[body] = changed;
            }
            else
            {
                all[body].TakeWhere(Where(body), changed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Moving(int count) => used & ((1u << count) - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Lanes Where(int body) => Vector512.Equals(bodies, Vector512.Create(body)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref uint left)
    {
        int body = BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        return body;
    }
}
