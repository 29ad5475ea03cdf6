using System.Globalization;
using System.Runtime.CompilerServices;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Owns MuJoCo's description of what there is to see (mjvScene) and the camera that looks at it.</summary>
internal sealed unsafe class NativeScene : IDisposable
{
    /// <summary>A camera that stands still (mjtCamera).</summary>
    public const int FreeCamera = 0;

    /// <summary>A camera that follows a body.</summary>
    public const int TrackingCamera = 1;

    /// <summary>A camera of the model.</summary>
    public const int FixedCamera = 2;

    private const int AllCategories = 7;
    private readonly VisualApi api;
    private readonly MujocoModel model;
    private readonly CameraOptions settings;
    private readonly SceneHandle handle;
    private readonly NativeView scene;
    private readonly NativeView camera;
    private readonly byte[] cameraMemory;
    private readonly byte[] optionMemory;
    private readonly void* option;
    private bool isPlaced;

    /// <summary>Makes an empty scene.</summary>
    /// <param name="model">What it shows.</param>
    /// <param name="view">The camera and the greatest number of solids.</param>
    /// <param name="cameraId">A camera of the model, or -1 for the free one.</param>
    public NativeScene(MujocoModel model, ViewOptions view, int cameraId)
    {
        this.model = model;
        settings = view.Camera;
        api = new VisualApi(model.Api);
        optionMemory = GC.AllocateArray<byte>(api.Layout["mjvOption"].Size, pinned: true);
        option = Unsafe.AsPointer(ref optionMemory[0]);
        cameraMemory = GC.AllocateArray<byte>(api.Layout["mjvCamera"].Size, pinned: true);
        camera = new NativeView((nint)Unsafe.AsPointer(ref cameraMemory[0]), api.Layout["mjvCamera"]);
        handle = new SceneHandle(api);
        scene = new NativeView(handle.DangerousGetHandle(), api.Layout["mjvScene"]);
        api.DefaultOption(option);
        api.DefaultCamera((void*)camera.Start);
        Choose(cameraId);
        Switch(view.Flags);
        ErrorGuard.Call(api.MakeScene, (nint)model.Pointer, scene.Start, view.MaximumGeoms);
    }

    /// <summary>The mjvScene.</summary>
    public NativeView View => scene;

    /// <summary>How many parts of a picture can be switched on and off.</summary>
    public static int FlagCount(MujocoModel model) => int.Parse(Flags(model).Rows, CultureInfo.InvariantCulture);

    /// <summary>Describes the present state.</summary>
    public void Update(MujocoData data)
    {
        ObjectDisposedException.ThrowIf(handle.IsClosed, this);
        if (!isPlaced)
        {
            Place(data);
            isPlaced = true;
        }

        api.UpdateScene(
            model.Pointer, data.Pointer, option, null, (void*)camera.Start, AllCategories, (void*)scene.Start);
        GC.KeepAlive(data);
        GC.KeepAlive(this);
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private static NativeMember Flags(MujocoModel model) => model.Api.Layout["mjvOption"]["flags"];

    private static double Median(ReadOnlySpan<double> points, int axis)
    {
        double[] values = new double[points.Length / 3];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = points[(3 * i) + axis];
        }

        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length == 0 ? 0
            : values.Length % 2 == 1 ? values[middle] : 0.5 * (values[middle - 1] + values[middle]);
    }

    private void Choose(int cameraId)
    {
        bool isTracking = cameraId < 0 && settings.Kind is not FreeCamera && settings.TrackedBody is > 0;
        *(int*)camera.Address("type") = cameraId >= 0 ? FixedCamera : isTracking ? TrackingCamera : FreeCamera;
        *(int*)camera.Address("fixedcamid") = cameraId;
        *(int*)camera.Address("trackbodyid") = settings.TrackedBody ?? -1;
    }

    private void Switch(IReadOnlyDictionary<int, bool> flags)
    {
        Span<byte> switches = new((byte*)option + Flags(model).Offset, FlagCount(model));
        foreach ((int flag, bool isOn) in flags)
        {
            switches[flag] = isOn ? (byte)1 : (byte)0;
        }
    }

    private void Place(MujocoData data)
    {
        double* lookAt = (double*)camera.Address("lookat");
        for (int i = 0; i < 3; i++)
        {
            lookAt[i] = settings.LookAt is { } given ? given[i] : Median(data.GeomXpos, i);
        }

        camera.Real("distance") = settings.Distance
            ?? *(double*)((byte*)model.View.Address("stat") + api.Layout["mjStatistic"]["extent"].Offset);
        camera.Real("azimuth") = settings.Azimuth ?? camera.Real("azimuth");
        camera.Real("elevation") = settings.Elevation ?? camera.Real("elevation");
    }
}
