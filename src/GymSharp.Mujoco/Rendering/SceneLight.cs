using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>A light of a scene.</summary>
internal readonly record struct SceneLight
{
    /// <summary>Where it is; without effect on a directional light.</summary>
    public Vector3 Position { get; init; }

    /// <summary>Where it shines to, length 1.</summary>
    public required Vector3 Direction { get; init; }

    /// <summary>Light from all sides, 0 to 1.</summary>
    public Vector3 Ambient { get; init; }

    /// <summary>Light on what faces it, 0 to 1.</summary>
    public Vector3 Diffuse { get; init; }

    /// <summary>Light in highlights, 0 to 1.</summary>
    public Vector3 Specular { get; init; }

    /// <summary>Whether it shines everywhere in the same direction.</summary>
    public bool IsDirectional { get; init; }

    /// <summary>Whether it casts shadows.</summary>
    public bool CastsShadow { get; init; }

    /// <summary>Cosine of half the angle of its cone; −1 or less where it has none.</summary>
    public float CosineCutoff { get; init; }

    /// <summary>How fast it fades towards the rim of its cone.</summary>
    public int Exponent { get; init; }

    /// <summary>Direction from a point to the light, length 1.</summary>
    public Vector3 From(Vector3 point) => IsDirectional ? -Direction : Vector3.Normalize(Position - point);

    /// <summary>The part of the light that goes in a direction.</summary>
    /// <param name="toLight">Direction to the light, length 1.</param>
    public float Cone(Vector3 toLight)
    {
        if (IsDirectional || CosineCutoff <= -1)
        {
            return 1;
        }

        float cosine = -Vector3.Dot(toLight, Direction);
        return cosine < CosineCutoff ? 0 : ShapeMath.Power(cosine, Exponent);
    }
}
