namespace GymSharp.Physics2D;

/// <summary>Which features of two shapes meet in a point of contact.</summary>
/// <param name="IndexA">The vertex or edge of A.</param>
/// <param name="IndexB">The vertex or edge of B.</param>
/// <param name="IsFaceA">Whether the index of A names an edge.</param>
/// <param name="IsFaceB">Whether the index of B names an edge.</param>
public readonly record struct ContactFeature(byte IndexA, byte IndexB, bool IsFaceA, bool IsFaceB)
{
    internal ContactFeature Swapped() => new(IndexB, IndexA, IsFaceB, IsFaceA);
}
