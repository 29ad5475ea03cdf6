namespace GymSharp.Physics2D;

/// <summary>All that a contact's velocity solver remembers from one iteration to the next.</summary>
internal struct PointImpulses
{
    public float Normal1;
    public float Normal2;
    public float Tangent1;
    public float Tangent2;
}
