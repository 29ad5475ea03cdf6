using GymSharp.Rendering;
using GymSharp.Spaces;

namespace GymSharp.Wrappers;

/// <summary>Rendered pictures as observations.</summary>
internal static class RenderedPixels
{
    /// <summary>
    /// Resets and renders an environment once, and gives the space of its pictures, <c>[height, width, 3]</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The environment renders no pictures.</exception>
    public static Box<byte> SpaceOf(Env env)
    {
        ArgumentNullException.ThrowIfNull(env);
        if (env.RenderMode is RenderMode.None or RenderMode.Human)
        {
            throw new ArgumentException(
                $"AddRenderObservation requires a render mode that gives pictures, got {env.RenderMode}. "
                + "Make the environment with RenderMode.RgbArray.",
                nameof(env));
        }

        env.ResetValue();
        return env.Render() is { Text: null } frame
            ? new Box<byte>(0, 255, frame.Height, frame.Width, 3)
            : throw new ArgumentException(
                "AddRenderObservation expects Render() to return a picture, got text or nothing. "
                + "Make the environment with RenderMode.RgbArray.",
                nameof(env));
    }

    /// <summary>Renders an environment and gives a copy of the pixels.</summary>
    public static byte[] Copy(Env env, byte[]? reuse)
    {
        Frame frame = env.Render()
            ?? throw new InvalidOperationException(
                $"{env} rendered nothing although its render mode is {env.RenderMode}.");
        byte[] pixels = ObservationMemory.Take(reuse, frame.Pixels.Length);
        frame.Pixels.CopyTo(pixels, 0);
        return pixels;
    }
}
