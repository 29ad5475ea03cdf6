namespace GymSharp.Environments.Box2D;

/// <summary>Where a tile of the track ends.</summary>
/// <param name="Alpha">Direction from the middle of the playfield, radians.</param>
/// <param name="Beta">Direction across the road, radians.</param>
/// <param name="X">Middle of the road, metres.</param>
/// <param name="Y">Middle of the road, metres.</param>
internal readonly record struct TrackPoint(double Alpha, double Beta, double X, double Y)
{
    /// <summary>The point at a distance across the road.</summary>
    public (double X, double Y) Across(double distance) =>
        (X + (distance * Math.Cos(Beta)), Y + (distance * Math.Sin(Beta)));
}
