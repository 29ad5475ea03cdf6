using GymSharp.Rendering;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Makes pictures of a simulation. Every MuJoCo environment renders through this class.</summary>
/// <remarks>
/// It may be used from any thread, by one at a time, while nobody moves the simulation.
/// </remarks>
public sealed class MujocoRenderer : IDisposable
{
    /// <summary>The environment variable that chooses the renderer where the argument does not.</summary>
    public const string RendererVariable = "GYMSHARP_MUJOCO_RENDERER";

    private const int LargestSide = 8192;
    private const string TrackingCamera = "track";
    private static int hasSaidSo;
    private readonly Lock gate = new();
    private readonly MujocoModel model;
    private readonly ViewOptions view;
    private readonly NativeScene scene;
    private readonly IPainter painter;

    /// <summary>Prepares pictures of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="view">Size, camera and renderer; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such camera, or a number is out of range.</exception>
    /// <exception cref="MujocoException">The renderer that was asked for cannot be had.</exception>
    public MujocoRenderer(MujocoModel model, ViewOptions? view = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        this.view = view ?? new();
        Check(this.view, model);
        int cameraId = FindCamera(model, this.view);
        painter = MakePainter(model);
        scene = new NativeScene(model, this.view, cameraId);
    }

    /// <summary>What draws; never <see cref="RendererKind.Auto"/>.</summary>
    public RendererKind Kind { get; private set; }

    /// <summary>Draws the present state.</summary>
    /// <param name="data">A simulation of the model.</param>
    /// <exception cref="ArgumentException">It is of another model.</exception>
    public Frame Render(MujocoData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Model != model)
        {
            throw new ArgumentException(
                "The simulation is of another model than the one this renderer was made for. Make a renderer for it.",
                nameof(data));
        }

        byte[] rgb = new byte[view.Width * view.Height * 3];
        lock (gate)
        {
            scene.Update(data);
            painter.Draw(scene.View, rgb);
        }

        return new Frame(view.Width, view.Height, rgb);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            painter.Dispose();
            scene.Dispose();
        }
    }

    private static void Check(ViewOptions view, MujocoModel model)
    {
        int flags = NativeScene.FlagCount(model);
        CameraOptions camera = view.Camera;
        Require(view.Width is >= 1 and <= LargestSide, $"'width' must be 1 to {LargestSide}, got {view.Width}");
        Require(view.Height is >= 1 and <= LargestSide, $"'height' must be 1 to {LargestSide}, got {view.Height}");
        Require(view.MaximumGeoms >= 1, $"'max_geom' must be at least 1, got {view.MaximumGeoms}");
        Require(
            camera.LookAt is null || (camera.LookAt.Count == 3 && camera.LookAt.All(double.IsFinite)),
            "'default_camera_config' must have three finite numbers in lookat");
        Require(
            camera.TrackedBody is null || camera.TrackedBody < model.NBody,
            $"'default_camera_config' follows body {camera.TrackedBody} (trackbodyid); the model has 0 to "
            + $"{model.NBody - 1}. Give one of them, or -1 for none");
        Require(
            camera.Kind is null or (>= NativeScene.FreeCamera and <= NativeScene.FixedCamera),
            $"'default_camera_config' has the type {camera.Kind}; it must be 0 (free), 1 (tracking) or 2 (fixed)");
        Require(
            camera.Distance is null or (> 0 and < double.PositiveInfinity),
            $"'default_camera_config' has the distance {camera.Distance}; it must be above 0 and finite");
        Require(
            camera.Azimuth is null || double.IsFinite(camera.Azimuth.Value),
            $"'default_camera_config' has the azimuth {camera.Azimuth}; it must be finite");
        Require(
            camera.Elevation is null || double.IsFinite(camera.Elevation.Value),
            $"'default_camera_config' has the elevation {camera.Elevation}; it must be finite");
        foreach (int flag in view.Flags.Keys)
        {
            Require(flag >= 0 && flag < flags, $"'visual_options' has a flag {flag}; there are 0 to {flags - 1}");
        }

        void Require(bool isGood, string complaint)
        {
            if (!isGood)
            {
                throw new ArgumentException($"The argument {complaint}.", nameof(view));
            }
        }
    }

    private static int FindCamera(MujocoModel model, ViewOptions view)
    {
        if (view is { CameraId: not null, CameraName: not null })
        {
            throw new ArgumentException("Both camera_id and camera_name are given; give one of them.", nameof(view));
        }

        bool isDescribed = view is { CameraId: null or -1, CameraName: null };
        int? chosen = isDescribed && view.Camera.Kind == NativeScene.FixedCamera
            ? view.Camera.FixedCamera ?? throw new ArgumentException(
                "The argument 'default_camera_config' has type=2, a camera of the model: give fixedcamid too.",
                nameof(view))
            : view.CameraId;
        if (chosen is { } id)
        {
            return id >= -1 && id < model.NCamera ? id : throw new ArgumentException(
                $"There is no camera {id}. The model has {model.NCamera}; -1 is the free one.", nameof(view));
        }

        return view.CameraName is { } name ? model.CameraId(name)
            : HasCamera(model, TrackingCamera) ? model.CameraId(TrackingCamera) : -1;
    }

    private static bool HasCamera(MujocoModel model, string name) =>
        Enumerable.Range(0, model.NCamera).Any(camera => model.Name("mjOBJ_CAMERA", camera) == name);

    private IPainter MakePainter(MujocoModel model)
    {
        if (Wanted() is var wanted and not RendererKind.Auto)
        {
            return Make(model, wanted);
        }

        try
        {
            return Make(model, RendererKind.Egl);
        }
        catch (MujocoException withoutEgl)
        {
            try
            {
                return Make(model, RendererKind.OsMesa);
            }
            catch (MujocoException)
            {
                if (Interlocked.Exchange(ref hasSaidSo, 1) == 0)
                {
                    GymLog.Warn($"MuJoCo's pictures are drawn without OpenGL. {withoutEgl.Message}");
                }

                return Make(model, RendererKind.Canvas);
            }
        }
    }

    private RendererKind Wanted() =>
        view.Renderer == RendererKind.Auto
        && Environment.GetEnvironmentVariable(RendererVariable) is { Length: > 0 } name
            ? RendererNames.Parse(name, $"The environment variable {RendererVariable}")
            : view.Renderer;

    private IPainter Make(MujocoModel model, RendererKind kind)
    {
        IPainter made = kind == RendererKind.Canvas
            ? new CanvasPainter(model, view.Width, view.Height)
            : new GlPainter(GlThread.Get(kind), model, view.Width, view.Height);
        Kind = kind;
        return made;
    }
}
