namespace GymSharp.Rendering;

/// <summary>Where text stands beside its anchor.</summary>
public enum HorizontalAlign
{
    /// <summary>The text starts at the anchor.</summary>
    Left,

    /// <summary>The anchor is the middle of the text.</summary>
    Center,

    /// <summary>The text ends at the anchor.</summary>
    Right,
}
