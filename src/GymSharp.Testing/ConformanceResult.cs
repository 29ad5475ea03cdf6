namespace GymSharp.Testing;

/// <summary>What a rule found.</summary>
/// <param name="Rule">The rule as a sentence.</param>
/// <param name="Problem">What is wrong, or null where the rule is kept.</param>
public readonly record struct ConformanceResult(string Rule, string? Problem);
