using GymSharp.Rendering;

namespace GymSharp.Mujoco.Rendering;

/// <summary>The pictures of one environment: nothing is prepared before the first.</summary>
/// <param name="scene">The environment.</param>
/// <param name="mode">How it renders.</param>
internal sealed class ScenePictures(IMujocoScene scene, RenderMode mode) : IDisposable
{
    /// <summary>The modes of all MuJoCo environments.</summary>
    public static IReadOnlyList<RenderMode> Modes { get; } = [RenderMode.Human, RenderMode.RgbArray];

    private MujocoRenderer? renderer;

    /// <summary>A picture of the present state, or null where none is wanted or there is no episode.</summary>
    /// <param name="isStarted">Whether there is an episode.</param>
    public Frame? Take(bool isStarted)
    {
        if (mode == RenderMode.None || !isStarted)
        {
            return null;
        }

        renderer ??= new MujocoRenderer(scene.Model, scene.View);
        return renderer.Render(scene.Data);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        renderer?.Dispose();
        renderer = null;
    }
}
