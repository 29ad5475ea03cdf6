namespace GymSharp.Wrappers;

/// <summary>A source pixel, a target pixel, and the part of the target that the source covers.</summary>
internal readonly record struct Share(int From, int To, float Weight);
