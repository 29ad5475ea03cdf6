namespace GymSharp.Rendering;

/// <summary>How an open line ends.</summary>
public enum LineCap
{
    /// <summary>Cut off at the end point.</summary>
    Butt,

    /// <summary>A half circle around the end point.</summary>
    Round,

    /// <summary>Cut off half a thickness after the end point.</summary>
    Square,
}
