namespace GymSharp.Rendering;

/// <content>The stack of transforms and clips.</content>
public sealed partial class Canvas
{
    /// <summary>The map from the coordinates given to drawing methods to pixels.</summary>
    public AffineTransform Transform
    {
        get => transform;
        set => transform = value;
    }

    /// <summary>The pixels that drawing may change.</summary>
    public PixelRectangle Clip => clip;

    /// <summary>Saves transform and clip until <see cref="Pop"/>, or until the result is disposed.</summary>
    public CanvasScope Push()
    {
        saved.Push((transform, clip));
        return new CanvasScope(this);
    }

    /// <summary>Restores transform and clip as they were at the last <see cref="Push"/>.</summary>
    /// <exception cref="InvalidOperationException">Nothing was pushed.</exception>
    public void Pop()
    {
        if (!saved.TryPop(out (AffineTransform Transform, PixelRectangle Clip) state))
        {
            throw new InvalidOperationException("Pop without Push: this canvas has no saved transform.");
        }

        (transform, clip) = state;
    }

    /// <summary>Forgets every transform, clip and <see cref="Push"/>.</summary>
    public void ResetState()
    {
        saved.Clear();
        transform = AffineTransform.Identity;
        clip = new PixelRectangle(0, 0, Width, Height);
    }

    /// <summary>Moves the origin of what is drawn from now on.</summary>
    /// <param name="x">Distance along x.</param>
    /// <param name="y">Distance along y.</param>
    public void Translate(double x, double y) => transform = transform.Compose(AffineTransform.Translation(x, y));

    /// <summary>Turns what is drawn from now on about the origin.</summary>
    /// <param name="radians">Angle in radians, from the x axis towards the y axis (clockwise while y points
    /// down).</param>
    public void Rotate(double radians) => transform = transform.Compose(AffineTransform.Rotation(radians));

    /// <summary>Stretches what is drawn from now on, away from the origin.</summary>
    /// <param name="factor">Factor along both axes.</param>
    public void Scale(double factor) => Scale(factor, factor);

    /// <summary>Stretches what is drawn from now on, away from the origin.</summary>
    /// <param name="x">Factor along x.</param>
    /// <param name="y">Factor along y.</param>
    public void Scale(double x, double y) => transform = transform.Compose(AffineTransform.Scaling(x, y));

    /// <summary>
    /// Replaces the transform: the origin is the bottom left corner and y points up. Text and images stay upright.
    /// </summary>
    public void UseYUp() => transform = new AffineTransform(1, 0, 0, 0, -1, Height);

    /// <summary>Narrows the clip to the pixels of a rectangle, whatever the transform is.</summary>
    /// <param name="rectangle">Pixels that may still be drawn on, as far as the clip so far allows.</param>
    public void ClipTo(PixelRectangle rectangle) => clip = clip.Intersect(rectangle);
}
