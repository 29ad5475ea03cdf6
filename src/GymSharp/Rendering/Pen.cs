namespace GymSharp.Rendering;

/// <summary>How lines are drawn.</summary>
/// <param name="Paint">What the line is filled with.</param>
/// <param name="Thickness">Thickness in the units of the canvas, above 0.</param>
/// <param name="Cap">How open ends look.</param>
/// <param name="Join">How corners look.</param>
public readonly record struct Pen(
    Paint Paint, double Thickness = 1, LineCap Cap = LineCap.Butt, LineJoin Join = LineJoin.Miter)
{
    /// <summary>A pen of thickness 1.</summary>
    /// <param name="color">The colour of the line.</param>
    public static implicit operator Pen(Color color) => new(color);
}
