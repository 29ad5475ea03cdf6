namespace GymSharp.Mujoco.Rendering;

/// <summary>How an environment's pictures are made.</summary>
public sealed record RenderSettings
{
    /// <summary>The environment variable that chooses the renderer where the argument does not.</summary>
    public const string RendererVariable = "GYMSHARP_MUJOCO_RENDERER";

    /// <summary>Width in pixels, 1 to 8192.</summary>
    /// <value>The default is 480.</value>
    public int Width { get; init; } = 480;

    /// <summary>Height in pixels, 1 to 8192.</summary>
    /// <value>The default is 480.</value>
    public int Height { get; init; } = 480;

    /// <summary>A camera of the model by its number, -1 for the free camera; not together with
    /// <see cref="CameraName"/>.</summary>
    /// <value>The default is the camera <c>track</c> where the model has one, else the free camera.</value>
    public int? CameraId { get; init; }

    /// <summary>A camera of the model by its name; not together with <see cref="CameraId"/>.</summary>
    public string? CameraName { get; init; }

    /// <summary>The free camera.</summary>
    public CameraSettings Camera { get; init; } = new();

    /// <summary>The most solids that a picture shows.</summary>
    /// <value>The default is 1000.</value>
    public int MaxGeoms { get; init; } = 1000;

    /// <summary>What draws.</summary>
    /// <value>The default is <see cref="RendererKind.Auto"/>.</value>
    public RendererKind Renderer { get; init; }
}
