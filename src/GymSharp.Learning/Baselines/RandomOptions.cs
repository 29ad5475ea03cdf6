namespace GymSharp.Learning.Baselines;

/// <summary>The random agent has no options.</summary>
public sealed record RandomOptions;
