namespace GymSharp.Physics2D;

/// <summary>How a body moves.</summary>
public enum BodyType
{
    /// <summary>Not at all.</summary>
    Static,

    /// <summary>With its velocity; nothing changes it.</summary>
    Kinematic,

    /// <summary>As forces and contacts have it.</summary>
    Dynamic,
}
