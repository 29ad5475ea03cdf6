namespace GymSharp.Learning.OffPolicy;

/// <summary>Options of <see cref="Sac"/>; the defaults are Stable-Baselines3's.</summary>
public sealed record SacOptions : SoftOptions;
