using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Draws scenes of one model, in pictures of one size.</summary>
internal interface IPainter : IDisposable
{
    /// <summary>Draws a scene.</summary>
    /// <param name="scene">An mjvScene.</param>
    /// <param name="rgb">Receives height × width × 3 bytes, from the top.</param>
    void Draw(NativeView scene, byte[] rgb);
}
