using System.Numerics;
using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Turns MuJoCo's description of a scene into ours.</summary>
internal sealed unsafe class SceneReader
{
    private const int MeshType = 7;
    private const int GeomObject = 5;
    private readonly MujocoModel model;
    private readonly NativeLayout layout;
    private readonly ModelTextures textures;
    private readonly NativeStruct geomLayout;
    private readonly NativeStruct lightLayout;

    /// <summary>A reader for the scenes of one model.</summary>
    public SceneReader(MujocoModel model)
    {
        this.model = model;
        layout = model.Api.Layout;
        geomLayout = layout["mjvGeom"];
        lightLayout = layout["mjvLight"];
        textures = new ModelTextures(model);
        Scene.Sky = textures.Sky();
    }

    /// <summary>The scene, which <see cref="Read"/> fills.</summary>
    public Scene Scene { get; } = new();

    /// <summary>Reads a scene.</summary>
    public void Read(NativeView source)
    {
        Scene.View = ReadView(source);
        Scene.Shapes.Clear();
        byte* geoms = *(byte**)source.Address("geoms");
        int count = source.Integer("ngeom");
        for (int i = 0; i < count; i++)
        {
            Add(new NativeView((nint)(geoms + ((long)i * geomLayout.Size)), geomLayout));
        }

        Scene.Lights.Clear();
        byte* lights = (byte*)source.Address("lights");
        int lightCount = source.Integer("nlight");
        for (int i = 0; i < lightCount; i++)
        {
            NativeView light = new((nint)(lights + ((long)i * lightLayout.Size)), lightLayout);
            Scene.Lights.Add(Flag(light, "headlight")
                ? ReadLight(light) with { Direction = Scene.View.Forward, IsDirectional = true, CastsShadow = false }
                : ReadLight(light));
        }
    }

    private static Vector3 Vector(NativeView view, string name)
    {
        float* first = (float*)view.Address(name);
        return new Vector3(first[0], first[1], first[2]);
    }

    private static float Number(NativeView view, string name) => *(float*)view.Address(name);

    private static bool Flag(NativeView view, string name) => *(byte*)view.Address(name) != 0;

    private static SceneLight ReadLight(NativeView light) => new()
    {
        Position = Vector(light, "pos"),
        Direction = Vector3.Normalize(Vector(light, "dir")),
        Ambient = Vector(light, "ambient"),
        Diffuse = Vector(light, "diffuse"),
        Specular = Vector(light, "specular"),
        IsDirectional = IsDirectional(light),
        CastsShadow = Flag(light, "castshadow"),
        CosineCutoff = Number(light, "cutoff") >= 180 ? -1 : MathF.Cos(Number(light, "cutoff") * MathF.PI / 180),
        Exponent = (int)Number(light, "exponent"),
    };

    // Textures may be switched off; some releases do not say so here.
    private static bool IsPlain(NativeView geom) => geom.Layout.Find("texid") is not null && geom.Integer("texid") < 0;

    // Newer releases have kinds of lights, of which 1 is this one.
    private static bool IsDirectional(NativeView light) =>
        light.Layout.Find("directional") is not null ? Flag(light, "directional") : light.Integer("type") == 1;

    // The scene has a camera for each eye; a picture is taken from between them.
    private SceneView ReadView(NativeView source)
    {
        NativeStruct cameraLayout = layout["mjvGLCamera"];
        byte* first = (byte*)source.Address("camera");
        NativeView left = new((nint)first, cameraLayout);
        NativeView right = new((nint)(first + cameraLayout.Size), cameraLayout);
        float near = Number(left, "frustum_near");
        return new SceneView(
            0.5f * (Vector(left, "pos") + Vector(right, "pos")),
            Vector3.Normalize(Vector(left, "forward")),
            Vector3.Normalize(Vector(left, "up")),
            Number(left, "frustum_bottom") / near,
            Number(left, "frustum_top") / near,
            near);
    }

    private void Add(NativeView geom)
    {
        int type = geom.Integer("type");
        ShapeKind kind = type == MeshType ? ShapeKind.Box : (ShapeKind)type;
        if (!Enum.IsDefined(kind))
        {
            return;
        }

        float* matrix = (float*)geom.Address("mat");
        float* rgba = (float*)geom.Address("rgba");
        int floor = kind == ShapeKind.Plane && geom.Integer("objtype") == GeomObject ? geom.Integer("objid") : -1;
        Vector3 size = floor < 0 ? Vector(geom, "size") : FloorSize(floor);
        Scene.Shapes.Add(new SceneShape
        {
            Kind = kind,
            Center = Vector(geom, "pos"),
            AxisX = new Vector3(matrix[0], matrix[3], matrix[6]),
            AxisY = new Vector3(matrix[1], matrix[4], matrix[7]),
            AxisZ = new Vector3(matrix[2], matrix[5], matrix[8]),
            Size = size,
            Color = new Vector3(rgba[0], rgba[1], rgba[2]),
            Alpha = rgba[3],
            Specular = Number(geom, "specular"),
            Shininess = Number(geom, "shininess"),
            Emission = Number(geom, "emission"),
            Tiles = floor < 0 || IsPlain(geom) ? null : textures.Tiles(floor, size),
        });
    }

    // What is drawn of an endless plane depends on the camera, so its size is the model's; a plane's third size has no
    // meaning here.
    private Vector3 FloorSize(int geom)
    {
        Span<double> sizes = model.GeomSize.Slice(3 * geom, 3);
        return new Vector3((float)sizes[0], (float)sizes[1], 0);
    }
}
