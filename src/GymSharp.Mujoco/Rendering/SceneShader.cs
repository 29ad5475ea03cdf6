using System.Numerics;
using System.Runtime.CompilerServices;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Says which colour a ray of the camera sees, by the lighting that MuJoCo's own renderer has.</summary>
/// <remarks>
/// J. F. Blinn, "Models of light reflection for computer synthesized pictures", SIGGRAPH 1977.
/// </remarks>
internal sealed class SceneShader
{
    /// <summary>An endless floor fades into the sky where this sine of an angle is left below the horizon.</summary>
    public const float HazeBegins = 0.06f;

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

        IsFloorLightEven = Array.TrueForAll(lights, light => light.IsDirectional);
        int shadow = Array.FindIndex(lights, light => light.CastsShadow);
        ShadowLight = shadow < 0 ? null : lights[shadow];
    }

    /// <summary>The solids.</summary>
    public SceneShape[] Shapes { get; }

    /// <summary>Whether the light on a floor is the same everywhere but for shadows.</summary>
    public bool IsFloorLightEven { get; }

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector3 color, Span<byte> rgb, int at)
    {
        Vector3 scaled = Vector3.MaxNative(
            Vector3.MinNative((color * 255) + new Vector3(0.5f), new Vector3(255)), Vector3.Zero);
        rgb[at + 2] = (byte)(int)scaled.Z;
        rgb[at + 1] = (byte)(int)scaled.Y;
        rgb[at] = (byte)(int)scaled.X;
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
        if (shape.Kind == ShapeKind.Plane)
        {
            return Floor(shape, ray, distance, local, isDark);
        }

        Vector3 normal = shape.ToWorld(ShapeMath.Normal(shape.Kind, shape.Size, local));
        Vector3 sum = shape.Color * (Diffuse(point, normal, isDark: false) + new Vector3(shape.Emission));
        return shape.Specular > 0 ? sum + (shape.Specular * Highlight(shape, point, normal, ray)) : sum;
    }

    /// <summary>The colour of the sky.</summary>
    public Vector3 Heaven(Vector3 ray)
    {
        float height = ray.Z / ray.Length();
        float place = (0.5f + (0.5f * height)) * (sky.Length - 1);
        int below = Math.Clamp((int)place, 0, Math.Max(sky.Length - 2, 0));
        return Vector3.Lerp(sky[below], sky[Math.Min(below + 1, sky.Length - 1)], place - below);
    }

    /// <summary>The light on a floor, where it is the same everywhere.</summary>
    public Vector3 FloorLight(in SceneShape shape, bool isDark) =>
        Diffuse(shape.Center, shape.AxisZ, isDark) + new Vector3(shape.Emission);

    // A floor has no highlights: they would lie far out, and pixels of floors are the most.
    private Vector3 Floor(in SceneShape shape, Vector3 ray, float distance, Vector3 local, bool isDark)
    {
        float facing = -Vector3.Dot(shape.AxisZ, ray) / ray.Length();
        Vector3 color = shape.Tiles is { } tiles
            ? tiles.Mean(local.X, local.Y, distance * pixelSize / MathF.Sqrt(facing)) * shape.Color
            : shape.Color;
        color *= Diffuse(eye + (ray * distance), shape.AxisZ, isDark) + new Vector3(shape.Emission);
        return shape.Size.X <= 0 && facing < HazeBegins
            ? Vector3.Lerp(Heaven(ray), color, facing / HazeBegins)
            : color;
    }

    private Vector3 Diffuse(Vector3 point, Vector3 normal, bool isDark)
    {
        Vector3 sum = ambient;
        foreach (ref readonly SceneLight light in lights.AsSpan())
        {
            Vector3 toLight = light.From(point);
            float slope = Vector3.Dot(normal, toLight);
            if (slope > 0 && !(isDark && light.CastsShadow))
            {
                sum += slope * light.Cone(toLight) * light.Diffuse;
            }
        }

        return sum;
    }

    private Vector3 Highlight(in SceneShape shape, Vector3 point, Vector3 normal, Vector3 ray)
    {
        Vector3 sum = Vector3.Zero;
        Vector3 toEye = -Vector3.Normalize(ray);
        int sharpness = (int)(shape.Shininess * SharpestHighlight);
        foreach (ref readonly SceneLight light in lights.AsSpan())
        {
            Vector3 toLight = light.From(point);
            if (light.Specular != Vector3.Zero && Vector3.Dot(normal, toLight) > 0)
            {
                float cosine = Vector3.Dot(normal, Vector3.Normalize(toLight + toEye));
                sum += light.Cone(toLight) * ShapeMath.Power(Math.Max(cosine, 0), sharpness) * light.Specular;
            }
        }

        return sum;
    }
}
