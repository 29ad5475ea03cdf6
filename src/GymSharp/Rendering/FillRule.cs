namespace GymSharp.Rendering;

/// <summary>Which places count as inside a polygon whose edges cross.</summary>
public enum FillRule
{
    /// <summary>Inside wherever the outline winds around the place at least once.</summary>
    NonZero,

    /// <summary>Inside wherever a ray from the place crosses the outline an odd number of times.</summary>
    EvenOdd,
}
