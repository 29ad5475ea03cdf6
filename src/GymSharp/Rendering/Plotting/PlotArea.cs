namespace GymSharp.Rendering.Plotting;

/// <summary>The rectangle inside the axes, and the way from values to its pixels.</summary>
internal sealed record PlotArea(PixelRectangle Pixels, AxisScale Horizontal, AxisScale Vertical)
{
    public double X(double value) => Pixels.X
        + ((value - Horizontal.Minimum) / (Horizontal.Maximum - Horizontal.Minimum) * Pixels.Width);

    public double Y(double value) => Pixels.Bottom
        - ((value - Vertical.Minimum) / (Vertical.Maximum - Vertical.Minimum) * Pixels.Height);

    public Point Place(double x, double y) => new(X(x), Y(y));
}
