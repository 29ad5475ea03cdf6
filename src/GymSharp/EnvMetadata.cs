namespace GymSharp;

/// <summary>Facts about a class of environments.</summary>
/// <param name="RenderModes">The modes it can render in.</param>
/// <param name="RenderFps">Frames per second at which its pictures look right.</param>
public sealed record EnvMetadata(IReadOnlyList<RenderMode> RenderModes, int RenderFps)
{
    /// <summary>An environment that does not render.</summary>
    public static EnvMetadata None { get; } = new([], 30);
}
