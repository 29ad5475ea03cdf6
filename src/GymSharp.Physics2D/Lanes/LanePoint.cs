using System.Runtime.CompilerServices;
using Lanes = System.Runtime.Intrinsics.Vector512<float>;

namespace GymSharp.Physics2D;

/// <summary>A point of a <see cref="LaneContact"/>, with its impulses.</summary>
internal struct LanePoint
{
    public Lanes ArmAX;
    public Lanes ArmAY;
    public Lanes ArmBX;
    public Lanes ArmBY;
    public Lanes NormalMass;
    public Lanes TangentMass;
    public Lanes VelocityBias;
    public Lanes Normal;
    public Lanes Tangent;

    public void Set(int lane, in ContactPoint point, float normal, float tangent)
    {
        Lane.Set(ref ArmAX, lane, point.ArmA.X);
        Lane.Set(ref ArmAY, lane, point.ArmA.Y);
        Lane.Set(ref ArmBX, lane, point.ArmB.X);
        Lane.Set(ref ArmBY, lane, point.ArmB.Y);
        Lane.Set(ref NormalMass, lane, point.NormalMass);
        Lane.Set(ref TangentMass, lane, point.TangentMass);
        Lane.Set(ref VelocityBias, lane, point.VelocityBias);
        Lane.Set(ref Normal, lane, normal);
        Lane.Set(ref Tangent, lane, tangent);
    }

    /// <summary>How fast the bodies part along a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Lanes Speed<TFirst>(in LaneVelocity a, in LaneVelocity b, Lanes directionX, Lanes directionY)
        where TFirst : IFirstBody
    {
        Lanes x = b.X - b.Spin * ArmBY;
        Lanes y = b.Y + b.Spin * ArmBX;

        // Of a body at rest nothing is left but the sign of a zero.
        x = TFirst.IsFixed ? x + ArmAY : x - a.X + a.Spin * ArmAY;
        y = TFirst.IsFixed ? y - ArmAX : y - a.Y - a.Spin * ArmAX;
        return x * directionX + y * directionY;
    }

    /// <summary>Makes the arms of a body at rest what they are times its spin.</summary>
    public void RestFirst()
    {
        ArmAX *= Lanes.Zero;
        ArmAY *= Lanes.Zero;
    }
}
