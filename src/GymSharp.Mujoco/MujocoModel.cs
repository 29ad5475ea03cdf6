using System.Runtime.InteropServices;
using System.Text;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco;

/// <summary>A compiled model: bodies, joints, geoms, actuators. It serves many <see cref="MujocoData"/>.</summary>
public sealed unsafe partial class MujocoModel : IDisposable
{
    private readonly NativeApi api;
    private readonly NativeView view;

    private MujocoModel(NativeApi api, ModelHandle handle)
    {
        this.api = api;
        Handle = handle;
        view = new(handle.DangerousGetHandle(), api.Layout["mjModel"]);
        arrays = new(view);
        Nq = view.Integer("nq");
        Nv = view.Integer("nv");
        Nu = view.Integer("nu");
        Na = view.Integer("na");
        NBody = view.Integer("nbody");
        NJoint = view.Integer("njnt");
        NGeom = view.Integer("ngeom");
        NSite = view.Integer("nsite");
        NCamera = view.Integer("ncam");
        NTendon = view.Integer("ntendon");
        NSensor = view.Integer("nsensor");
        NSensorData = view.Integer("nsensordata");
        NMocap = view.Integer("nmocap");
    }

    /// <summary>The number of position coordinates.</summary>
    public int Nq { get; }

    /// <summary>The number of degrees of freedom.</summary>
    public int Nv { get; }

    /// <summary>The number of actuators.</summary>
    public int Nu { get; }

    /// <summary>The number of activation variables.</summary>
    public int Na { get; }

    /// <summary>The number of bodies, with the world.</summary>
    public int NBody { get; }

    /// <summary>The number of joints.</summary>
    public int NJoint { get; }

    /// <summary>The number of geoms.</summary>
    public int NGeom { get; }

    /// <summary>The number of sites.</summary>
    public int NSite { get; }

    /// <summary>The number of cameras.</summary>
    public int NCamera { get; }

    /// <summary>The number of tendons.</summary>
    public int NTendon { get; }

    /// <summary>The number of sensors.</summary>
    public int NSensor { get; }

    /// <summary>The length of all sensor readings together.</summary>
    public int NSensorData { get; }

    /// <summary>The number of mocap bodies.</summary>
    public int NMocap { get; }

    /// <summary>Seconds of one physics step.</summary>
    public double Timestep => Option("timestep");

    internal bool IsDisposed => arrays is null;

    internal ModelHandle Handle { get; }

    internal NativeApi Api => api;

    internal NativeView View => view;

    internal void* Pointer => (void*)view.Start;

    /// <summary>Compiles MJCF.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="MujocoException">It does not compile; the message is the compiler's.</exception>
    public static MujocoModel FromXml(string xml, string name = "model")
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(name);
        NativeApi api = MujocoLibrary.Api;
        return new(api, new ModelCompiler(api).FromXml(xml, name));
    }

    /// <summary>Compiles an MJCF file.</summary>
    /// <param name="path">The file; what it includes is sought beside it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="MujocoException">It does not compile; the message is the compiler's.</exception>
    public static MujocoModel FromFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no model file '{path}'. Give the path of an MJCF file.", path);
        }

        NativeApi api = MujocoLibrary.Api;
        return new(api, new ModelCompiler(api).FromFile(path));
    }

    /// <summary>The number of a body.</summary>
    /// <exception cref="MujocoException">No body has this name.</exception>
    public int BodyId(string name) => Id("body", "mjOBJ_BODY", NBody, name);

    /// <summary>The number of a joint.</summary>
    /// <exception cref="MujocoException">No joint has this name.</exception>
    public int JointId(string name) => Id("joint", "mjOBJ_JOINT", NJoint, name);

    /// <summary>The number of a geom.</summary>
    /// <exception cref="MujocoException">No geom has this name.</exception>
    public int GeomId(string name) => Id("geom", "mjOBJ_GEOM", NGeom, name);

    /// <summary>The number of a site.</summary>
    /// <exception cref="MujocoException">No site has this name.</exception>
    public int SiteId(string name) => Id("site", "mjOBJ_SITE", NSite, name);

    /// <summary>The number of a camera.</summary>
    /// <exception cref="MujocoException">No camera has this name.</exception>
    public int CameraId(string name) => Id("camera", "mjOBJ_CAMERA", NCamera, name);

    /// <summary>The number of a tendon.</summary>
    /// <exception cref="MujocoException">No tendon has this name.</exception>
    public int TendonId(string name) => Id("tendon", "mjOBJ_TENDON", NTendon, name);

    /// <summary>The number of an actuator.</summary>
    /// <exception cref="MujocoException">No actuator has this name.</exception>
    public int ActuatorId(string name) => Id("actuator", "mjOBJ_ACTUATOR", Nu, name);

    /// <summary>The number of a sensor.</summary>
    /// <exception cref="MujocoException">No sensor has this name.</exception>
    public int SensorId(string name) => Id("sensor", "mjOBJ_SENSOR", NSensor, name);

    /// <summary>The name of a body, or null when it has none.</summary>
    public string? BodyName(int id) => Name("mjOBJ_BODY", id);

    /// <inheritdoc/>
    public void Dispose()
    {
        arrays = null;
        Handle.Dispose();
    }

    /// <summary>Any array of mjModel by its name in C, for example <c>geom_size</c>.</summary>
    internal NamedArray Array(string name) => view.Named(name);

    /// <summary>A number of mjOption by its name in C.</summary>
    internal double Option(string name) => OptionView.Real(name);

    internal NativeView OptionView => new((nint)view.Address("opt"), api.Layout["mjOption"]);

    internal string? Name(string kind, int id)
    {
        _ = Live;
        byte* text = api.IdToName(Pointer, api.Layout.Constant(kind), id);
        return Marshal.PtrToStringUTF8((nint)text) is { Length: > 0 } name ? name : null;
    }

    private int Id(string kind, string constant, int count, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _ = Live;
        int id;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + "\0"))
        {
            id = api.NameToId(Pointer, api.Layout.Constant(constant), text);
        }

        GC.KeepAlive(this);
        return id >= 0 ? id : throw Unknown(kind, constant, count, name);
    }

    private MujocoException Unknown(string kind, string constant, int count, string name)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(id => Name(constant, id)).OfType<string>()];
        string known = names.Length == 0 ? $"It has no named {kind}." : $"It has {string.Join(", ", names)}.";
        return new($"The model has no {kind} '{name}'.{Suggestions.DidYouMean(name, names)} {known}");
    }
}
