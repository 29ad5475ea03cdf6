namespace GymSharp.Physics2D;

/// <summary>A joint's place in one body's list.</summary>
internal sealed class JointEdge(Joint joint, Body other)
{
    public Joint Joint { get; } = joint;

    public Body Other { get; } = other;

    public JointEdge? Previous { get; set; }

    public JointEdge? Next { get; set; }
}
