using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>Tells in which lanes a condition holds.</summary>
internal static class LaneUses
{
    public static LaneUse Of(Lanes condition) => Lane.Bits(condition) switch
    {
        0 => LaneUse.Nowhere,
        (1u << Lane.Count) - 1 => LaneUse.Everywhere,
        _ => LaneUse.Somewhere,
    };
}
