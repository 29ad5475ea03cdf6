namespace GymSharp.Learning;

/// <summary>What a learner is told about the run besides its own options.</summary>
/// <param name="Seed">Seeds the environment and, split, the learner's own generator.</param>
/// <param name="Steps">Environment steps that the run is planned for; schedules stretch over them.</param>
public readonly record struct LearnerSetup(ulong Seed, long Steps)
{
    /// <summary>
    /// Threads that the learner may use, or 0 for as many as there are processors. What is learned does not depend on
    /// it.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>The number of threads to use, at least 1.</summary>
    public int ThreadCount => Threads > 0 ? Threads : Environment.ProcessorCount;
}
