using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco.Rendering;

/// <summary>Draws without OpenGL.</summary>
/// <param name="model">What is drawn.</param>
/// <param name="width">Width of the pictures.</param>
/// <param name="height">Height of the pictures.</param>
internal sealed class CanvasPainter(MujocoModel model, int width, int height) : IPainter
{
    private readonly SceneReader reader = new(model);
    private readonly ScenePainter painter = new(width, height);

    /// <inheritdoc/>
    public void Draw(NativeView scene, byte[] rgb)
    {
        reader.Read(scene);
        painter.Draw(reader.Scene, rgb);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
