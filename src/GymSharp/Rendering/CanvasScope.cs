namespace GymSharp.Rendering;

/// <summary>Restores transform and clip of a <see cref="Canvas"/> when it is disposed.</summary>
public readonly ref struct CanvasScope
{
    private readonly Canvas canvas;

    internal CanvasScope(Canvas canvas)
    {
        this.canvas = canvas;
    }

    /// <summary>Calls <see cref="Canvas.Pop"/>.</summary>
    public void Dispose() => canvas?.Pop();
}
