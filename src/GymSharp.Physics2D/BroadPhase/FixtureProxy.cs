namespace GymSharp.Physics2D;

/// <summary>What a leaf stands for: one part of a fixture.</summary>
internal readonly record struct FixtureProxy(Fixture Fixture, int Child);
