namespace GymSharp.Physics2D;

/// <summary>In which lanes something happens.</summary>
internal enum LaneUse
{
    Nowhere,
    Somewhere,
    Everywhere,
}
