namespace GymSharp.Physics2D;

/// <summary>A body that may move.</summary>
internal readonly struct MovingBody : IFirstBody
{
    public static bool IsFixed => false;
}
