namespace GymSharp.Environments.Box2D;

/// <summary>Cuts off what of a line lies outside a picture.</summary>
/// <remarks>
/// Cohen and Sutherland's method; the ends may come back swapped, and intersections are cut towards the line's start,
/// which both show in the pixels.
/// </remarks>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
internal readonly record struct LineClip(int Width, int Height)
{
    [Flags]
    private enum Outside
    {
        None = 0,
        Left = 1,
        Right = 2,
        Below = 4,
        Above = 8,
    }

    /// <summary>Cuts a line.</summary>
    /// <returns>Whether anything of it is inside.</returns>
    public bool Cut(ref PixelPoint start, ref PixelPoint end)
    {
        while (true)
        {
            Outside from = Where(start);
            Outside to = Where(end);
            if ((from | to) == Outside.None)
            {
                return true;
            }

            if ((from & to) != Outside.None)
            {
                return false;
            }

            if (from == Outside.None)
            {
                (start, end, from) = (end, start, to);
            }

            start = Cut(start, end, from);
        }
    }

    private PixelPoint Cut(PixelPoint start, PixelPoint end, Outside from)
    {
        int dx = end.X - start.X;
        float slope = dx != 0 ? (float)(end.Y - start.Y) / dx : 1.0f;
        if ((from & (Outside.Left | Outside.Right)) != Outside.None)
        {
            int x = (from & Outside.Left) != Outside.None ? 0 : Width - 1;
            return new PixelPoint(x, start.Y + (short)((x - start.X) * slope));
        }

        int y = (from & Outside.Below) != Outside.None ? Height - 1 : 0;
        return new PixelPoint(dx != 0 ? start.X + (short)((y - start.Y) / slope) : start.X, y);
    }

    private Outside Where(PixelPoint point)
    {
        Outside across = point.X < 0 ? Outside.Left : point.X >= Width ? Outside.Right : Outside.None;
        Outside down = point.Y < 0 ? Outside.Above : point.Y >= Height ? Outside.Below : Outside.None;
        return across | down;
    }
}
