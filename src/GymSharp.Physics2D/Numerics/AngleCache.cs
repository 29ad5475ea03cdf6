using System.Runtime.CompilerServices;

namespace GymSharp.Physics2D;

/// <summary>Remembers the sine and cosine of the last angle; solvers ask for the same angle many times.</summary>
internal struct AngleCache
{
    private int bits;
    private Rotation rotation;

    public AngleCache(float angle, Rotation known)
    {
        bits = BitConverter.SingleToInt32Bits(angle);
        rotation = known;
    }

    public static AngleCache Of(float angle) => new(angle, Rotation.FromAngle(angle));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Rotation Turn(float angle)
    {
        if (BitConverter.SingleToInt32Bits(angle) != bits)
        {
            this = Of(angle);
        }

        return rotation;
    }
}
