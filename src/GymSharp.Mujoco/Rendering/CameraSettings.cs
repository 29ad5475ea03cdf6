namespace GymSharp.Mujoco.Rendering;

/// <summary>Where the free camera is; what is null stays as it is without settings.</summary>
/// <remarks>Gymnasium's <c>default_camera_config</c>.</remarks>
public sealed record CameraSettings
{
    /// <summary>The body that the camera keeps its eye on; null, 0 or less for none.</summary>
    public int? TrackBody { get; init; }

    /// <summary>Metres from the point looked at.</summary>
    /// <value>The default is the extent of the model.</value>
    public double? Distance { get; init; }

    /// <summary>Degrees around the vertical.</summary>
    /// <value>The default is 90: the camera looks along y.</value>
    public double? Azimuth { get; init; }

    /// <summary>Degrees above the horizontal that the camera looks; negative looks down.</summary>
    /// <value>The default is -45.</value>
    public double? Elevation { get; init; }

    /// <summary>The point looked at, three numbers, m; without effect while a body is tracked.</summary>
    /// <value>The default is the median of the geoms' positions at the first picture.</value>
    public IReadOnlyList<double>? LookAt { get; init; }
}
