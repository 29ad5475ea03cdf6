namespace GymSharp.Physics2D;

/// <summary>An end of the edge that is being clipped.</summary>
internal record struct ClipVertex(Vec2 Point, ContactFeature Id);
