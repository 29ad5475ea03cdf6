namespace GymSharp.Rendering;

/// <summary>A rectangle of whole pixels.</summary>
/// <param name="X">Column of the left-most pixel.</param>
/// <param name="Y">Row of the top-most pixel.</param>
/// <param name="Width">Number of columns.</param>
/// <param name="Height">Number of rows.</param>
public readonly record struct PixelRectangle(int X, int Y, int Width, int Height)
{
    /// <summary>The column after the right-most pixel.</summary>
    public int Right => X + Width;

    /// <summary>The row after the bottom-most pixel.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether no pixel lies inside.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The part that two rectangles share; empty where they do not meet.</summary>
    /// <param name="other">The other rectangle.</param>
    public PixelRectangle Intersect(PixelRectangle other)
    {
        int left = Math.Max(X, other.X);
        int top = Math.Max(Y, other.Y);
        int width = Math.Max(0, Math.Min(Right, other.Right) - left);
        int height = Math.Max(0, Math.Min(Bottom, other.Bottom) - top);
        return new PixelRectangle(left, top, width, height);
    }
}
