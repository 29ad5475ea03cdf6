namespace GymSharp.Mujoco;

/// <summary>Where a free or tracking camera looks from; null leaves a value to the renderer.</summary>
public sealed record CameraOptions
{
    /// <summary>The camera's kind, mjtCamera: 0 free, 1 tracking, 2 fixed (<c>type</c>).</summary>
    /// <value>The default is null: tracking where there is a body to follow, else free.</value>
    public int? Kind { get; init; }

    /// <summary>The camera of the model that a fixed one is (<c>fixedcamid</c>).</summary>
    public int? FixedCamera { get; init; }

    /// <summary>The body that a tracking camera follows (<c>trackbodyid</c>).</summary>
    public int? TrackedBody { get; init; }

    /// <summary>Metres from the point looked at (<c>distance</c>).</summary>
    public double? Distance { get; init; }

    /// <summary>Degrees about the vertical (<c>azimuth</c>).</summary>
    public double? Azimuth { get; init; }

    /// <summary>Degrees above the horizon, negative when looking down (<c>elevation</c>).</summary>
    public double? Elevation { get; init; }

    /// <summary>The point looked at, m, three numbers (<c>lookat</c>).</summary>
    public IReadOnlyList<double>? LookAt { get; init; }
}
