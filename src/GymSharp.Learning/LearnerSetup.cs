namespace GymSharp.Learning;

/// <summary>What a learner is told about the run besides its own options.</summary>
/// <param name="Seed">Seeds the environment and, split, the learner's own generator.</param>
/// <param name="Steps">Environment steps that the run is planned for; schedules stretch over them.</param>
public readonly record struct LearnerSetup(ulong Seed, long Steps);
