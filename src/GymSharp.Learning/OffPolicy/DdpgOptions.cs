namespace GymSharp.Learning.OffPolicy;

/// <summary>Options of <see cref="Ddpg"/>.</summary>
public sealed record DdpgOptions : DeterministicOptions;
