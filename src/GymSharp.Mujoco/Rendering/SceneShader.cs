using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Says which colour a ray of the camera sees, by the lighting that MuJoCo's own renderer has.</summary>
/// <remarks>
/// J. F. Blinn, "Models of light reflection for computer synthesized pictures", SIGGRAPH 1977.
/// </remarks>
internal sealed class SceneShader
{
    // What an endless floor's last degrees below the horizon fade into the sky by: the sine of where that begins.
    private const float HazeBegins = 0.06f;
    private const int SharpestHighlight = 128;
    private readonly Vector3 eye;
    private readonly float pixelSize;
    private readonly Vector3[] sky;
    private readonly SceneLight[] lights;
    private readonly Vector3 ambient;

    /// <summary>Prepares a scene.</summary>
    /// <param name="scene">What to draw.</param>
    /// <param name="pixelSize">Side of a pixel at distance 1.</param>
    public SceneShader(Scene scene, float pixelSize)
    {
        eye = scene.View.Position;
        sky = scene.Sky;
        lights = [.. scene.Lights];
        this.pixelSize = pixelSize;
        Shapes = [.. scene.Shapes];
        foreach (SceneLight light in lights)
        {
            ambient += light.Ambient;
        }

        int shadow = Array.FindIndex(lights, light => light.CastsShadow);
        ShadowLight = shadow < 0 ? null : lights[shadow];
    }

    /// <summary>The solids.</summary>
    public SceneShape[] Shapes { get; }

    /// <summary>The one light whose shadows are drawn, or null.</summary>
    public SceneLight? ShadowLight { get; }

    /// <summary>Whether a solid keeps a light from a point.</summary>
    public static bool IsBetween(in SceneShape shape, Vector3 point, in SceneLight light)
    {
        Vector3 way = light.IsDirectional ? -light.Direction : light.Position - point;
        float distance = ShapeMath.Enter(
            shape.Kind, shape.Size, shape.ToLocal(point - shape.Center), shape.ToLocal(way));
        return distance < (light.IsDirectional ? float.PositiveInfinity : 1);
    }

    /// <summary>Writes a colour as three bytes.</summary>
    public static void Store(Vector3 color, Span<byte> pixel)
    {
        Vector3 scaled = (Vector3.Clamp(color, Vector3.Zero, Vector3.One) * 255) + new Vector3(0.5f);
        pixel[0] = (byte)scaled.X;
        pixel[1] = (byte)scaled.Y;
        pixel[2] = (byte)scaled.Z;
    }

    /// <summary>The colour of a ray that is known to meet a solid, or the sky.</summary>
    /// <param name="ray">The ray.</param>
    /// <param name="owner">The solid, or −1.</param>
    /// <param name="distance">How far along the ray.</param>
    /// <param name="isDark">Whether the point lies in shadow.</param>
    public Vector3 Color(Vector3 ray, int owner, float distance, bool isDark) =>
        owner < 0 ? Heaven(ray) : Surface(Shapes[owner], ray, distance, isDark);

    /// <summary>The colour of a ray that can meet only some of the solids.</summary>
    /// <param name="ray">The ray.</param>
    /// <param name="owners">The solids it may meet.</param>
    /// <param name="casters">The solids that may throw a shadow there.</param>
    public Vector3 Trace(Vector3 ray, ReadOnlySpan<short> owners, ReadOnlySpan<short> casters)
    {
        int nearest = -1;
        float distance = float.PositiveInfinity;
        foreach (short owner in owners)
        {
            ref readonly SceneShape shape = ref Shapes[owner];
            float candidate = ShapeMath.Enter(
                shape.Kind, shape.Size, shape.ToLocal(eye - shape.Center), shape.ToLocal(ray));
            (nearest, distance) = candidate < distance ? (owner, candidate) : (nearest, distance);
        }

        bool isDark = false;
        if (nearest >= 0 && Shapes[nearest].Kind == ShapeKind.Plane && ShadowLight is { } light)
        {
            foreach (short caster in casters)
            {
                isDark |= IsBetween(Shapes[caster], eye + (ray * distance), light);
            }
        }

        return Color(ray, nearest, distance, isDark);
    }

    /// <summary>The colour of a point of a solid.</summary>
    public Vector3 Surface(in SceneShape shape, Vector3 ray, float distance, bool isDark)
    {
        Vector3 point = eye + (ray * distance);
        Vector3 local = shape.ToLocal(point - shape.Center);
        Vector3 normal = shape.ToWorld(ShapeMath.Normal(shape.Kind, shape.Size, local));
        Vector3 toEye = -Vector3.Normalize(ray);
        float facing = Vector3.Dot(normal, toEye);
        Vector3 color = shape.Tiles is { } tiles
            ? tiles.Mean(local.X, local.Y, distance * pixelSize / MathF.Sqrt(Math.Max(facing, 0.01f))) * shape.Color
            : shape.Color;
        Vector3 light = Light(shape, color, point, normal, toEye, isDark);
        return shape.Kind == ShapeKind.Plane && shape.Size.X <= 0 && facing < HazeBegins
            ? Vector3.Lerp(Heaven(ray), light, facing / HazeBegins)
            : light;
    }

    private Vector3 Light(
        in SceneShape shape, Vector3 color, Vector3 point, Vector3 normal, Vector3 toEye, bool isDark)
    {
        Vector3 sum = color * (ambient + new Vector3(shape.Emission));
        int sharpness = (int)(shape.Shininess * SharpestHighlight);
        foreach (ref readonly SceneLight light in lights.AsSpan())
        {
            Vector3 toLight = light.From(point);
            float slope = Vector3.Dot(normal, toLight);
            if (slope > 0 && !(isDark && light.CastsShadow))
            {
                float cone = light.Cone(toLight);
                float highlight = shape.Specular == 0 || light.Specular == Vector3.Zero
                    ? 0
                    : ShapeMath.Power(
                        Math.Max(Vector3.Dot(normal, Vector3.Normalize(toLight + toEye)), 0), sharpness);
                sum += cone * ((slope * light.Diffuse * color) + (shape.Specular * highlight * light.Specular));
            }
        }

        return sum;
    }

    private Vector3 Heaven(Vector3 ray)
    {
        float height = ray.Z / ray.Length();
        float place = (0.5f + (0.5f * height)) * (sky.Length - 1);
        int below = Math.Clamp((int)place, 0, Math.Max(sky.Length - 2, 0));
        return Vector3.Lerp(sky[below], sky[Math.Min(below + 1, sky.Length - 1)], place - below);
    }
}
