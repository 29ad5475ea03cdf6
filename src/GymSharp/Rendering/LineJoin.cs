namespace GymSharp.Rendering;

/// <summary>How two pieces of a line meet.</summary>
public enum LineJoin
{
    /// <summary>A sharp corner; cut off like <see cref="Bevel"/> where it would be longer than four half
    /// thicknesses.</summary>
    Miter,

    /// <summary>A circular corner.</summary>
    Round,

    /// <summary>A corner cut off straight.</summary>
    Bevel,
}
