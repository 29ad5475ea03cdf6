namespace GymSharp.Learning.Options;

/// <summary>One option of every kind, and a rule between two of them.</summary>
internal sealed record KindOptions : IVectorOptions, IValidatedOptions
{
    [Option("environments side by side", Least = 1)]
    public int Envs { get; init; } = 4;

    [Option("samples per update", Least = 1)]
    public int BatchSize { get; init; } = 64;

    [Option("steps per environment and update", Least = 1)]
    public int StepsPerUpdate { get; init; } = 32;

    [Option("widths of the hidden layers", Least = 1, Most = 4096)]
    public int[] Hidden { get; init; } = [64, 64];

    [Option("exponents")]
    public IReadOnlyList<double> Betas { get; init; } = [0.9, 0.999];

    [Option("step size", Above = 0, Most = 1)]
    public OptionSchedule LearningRate { get; init; } = 0.001;

    [Option("KL divergence that stops an update", Above = 0)]
    public double? TargetKl { get; init; }

    [Option("form of the network")]
    public string Network { get; init; } = "mlp";

    [Option("a remark")]
    public string? Remark { get; init; }

    public IEnumerable<string> Errors()
    {
        if (BatchSize > Envs * StepsPerUpdate)
        {
            yield return $"The option 'batch_size' is {BatchSize}, more than envs × steps_per_update gives. Make it smaller.";
        }
    }
}
