namespace GymSharp.Rendering;

/// <summary>How text is drawn.</summary>
/// <param name="Size">Size in the units of the canvas, above 0; capitals are 0.7 of it high, lines 1.3 apart.</param>
/// <param name="Paint">Colour or gradient.</param>
/// <param name="Horizontal">Where the text stands beside its anchor.</param>
/// <param name="Vertical">Where the text stands above or below its anchor.</param>
/// <param name="Bold">Whether strokes are thicker.</param>
public readonly record struct TextStyle(
    double Size,
    Paint Paint,
    HorizontalAlign Horizontal = HorizontalAlign.Left,
    VerticalAlign Vertical = VerticalAlign.Top,
    bool Bold = false);
