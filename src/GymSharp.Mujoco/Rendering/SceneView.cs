using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>A perspective camera.</summary>
/// <param name="Position">Where it is.</param>
/// <param name="Forward">Where it looks, length 1.</param>
/// <param name="Up">What is up in the picture, length 1, at right angles to <paramref name="Forward"/>.</param>
/// <param name="Lower">Lower edge of the picture at distance 1, as a rule negative.</param>
/// <param name="Upper">Upper edge of the picture at distance 1.</param>
/// <param name="Near">Nothing nearer than this is seen.</param>
internal readonly record struct SceneView(
    Vector3 Position, Vector3 Forward, Vector3 Up, float Lower, float Upper, float Near)
{
    /// <summary>What is right in the picture.</summary>
    public Vector3 Right => Vector3.Cross(Forward, Up);
}
