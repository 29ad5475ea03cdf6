using System.Numerics;

namespace GymSharp.Mujoco.Rendering;

/// <summary>What a picture shows: solids, lights, the sky and the camera.</summary>
internal sealed class Scene
{
    /// <summary>The camera.</summary>
    public SceneView View { get; set; }

    /// <summary>The solids, in any order.</summary>
    public List<SceneShape> Shapes { get; } = [];

    /// <summary>The lights.</summary>
    public List<SceneLight> Lights { get; } = [];

    /// <summary>Colours of the sky from straight below (first) to straight above (last), evenly by height.</summary>
    public Vector3[] Sky { get; set; } = [Vector3.Zero];
}
