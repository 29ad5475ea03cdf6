namespace GymSharp.Rendering;

/// <summary>Where text stands above or below its anchor.</summary>
public enum VerticalAlign
{
    /// <summary>The anchor is the top of the first line's capitals.</summary>
    Top,

    /// <summary>The anchor is half-way between the top of the first line's capitals and the last baseline.</summary>
    Middle,

    /// <summary>The anchor is the baseline of the last line.</summary>
    Baseline,
}
