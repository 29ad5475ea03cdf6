using GymSharp.Mujoco.Rendering;

namespace GymSharp.Mujoco;

/// <summary>How pictures of a simulation are taken: Gymnasium's arguments of that kind.</summary>
public sealed record ViewOptions
{
    /// <summary>Width of pictures in pixels (<c>width</c>).</summary>
    /// <value>The default is 480.</value>
    public int Width { get; init; } = 480;

    /// <summary>Height of pictures in pixels (<c>height</c>).</summary>
    /// <value>The default is 480.</value>
    public int Height { get; init; } = 480;

    /// <summary>The model's camera to look through, −1 for the free one, or null (<c>camera_id</c>).</summary>
    public int? CameraId { get; init; }

    /// <summary>The name of the model's camera to look through, or null (<c>camera_name</c>).</summary>
    /// <value>Without either, the camera <c>track</c> where the model has one, else the free one.</value>
    public string? CameraName { get; init; }

    /// <summary>The free camera (<c>default_camera_config</c>).</summary>
    public CameraOptions Camera { get; init; } = new();

    /// <summary>How many geoms a picture shows at most (<c>max_geom</c>).</summary>
    /// <value>The default is 1000.</value>
    public int MaximumGeoms { get; init; } = 1000;

    /// <summary>Parts of the picture that are switched on or off, by the numbers of mjtVisFlag
    /// (<c>visual_options</c>).</summary>
    public IReadOnlyDictionary<int, bool> Flags { get; init; } = new Dictionary<int, bool>();

    /// <summary>What draws (<c>renderer</c>: <c>auto</c>, <c>egl</c>, <c>osmesa</c> or <c>canvas</c>).</summary>
    /// <value>
    /// The default is <see cref="RendererKind.Auto"/>: what the environment variable
    /// <c>GYMSHARP_MUJOCO_RENDERER</c> says, else the first that works.
    /// </value>
    public RendererKind Renderer { get; init; }
}
