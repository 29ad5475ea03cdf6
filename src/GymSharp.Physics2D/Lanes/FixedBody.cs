namespace GymSharp.Physics2D;

/// <summary>The ground, as nearly always.</summary>
internal readonly struct FixedBody : IFirstBody
{
    public static bool IsFixed => true;
}
