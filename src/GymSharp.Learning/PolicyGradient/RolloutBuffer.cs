namespace GymSharp.Learning.PolicyGradient;

/// <summary>What happened in some steps of a batch of environments: row <c>t × Envs + i</c> is step t in
/// environment i.</summary>
public sealed class RolloutBuffer
{
    private readonly float[] rewards;
    private readonly bool[] terminated;
    private readonly bool[] truncated;
    private readonly float[] finalValues;
    private readonly float[] nextValues;

    /// <summary>Makes room.</summary>
    /// <param name="steps">Steps in each environment.</param>
    /// <param name="envs">Number of environments.</param>
    /// <param name="samples">Holds observations, actions and what the networks said, steps × envs rows.</param>
    /// <exception cref="ArgumentException">The samples have another number of rows.</exception>
    public RolloutBuffer(int steps, int envs, RolloutSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Capacity != steps * envs)
        {
            throw new ArgumentException(
                $"{steps} steps in {envs} environments need {steps * envs} rows, got {samples.Capacity}.",
                nameof(samples));
        }

        Steps = steps;
        Envs = envs;
        Samples = samples;
        rewards = new float[steps * envs];
        terminated = new bool[steps * envs];
        truncated = new bool[steps * envs];
        finalValues = new float[steps * envs];
        nextValues = new float[envs];
    }

    /// <summary>Steps in each environment, T.</summary>
    public int Steps { get; }

    /// <summary>Number of environments, N.</summary>
    public int Envs { get; }

    /// <summary>Observations, actions and what the networks said, [T × N] rows.</summary>
    public RolloutSamples Samples { get; }

    /// <summary>Rewards, [T, N].</summary>
    public Span<float> Rewards => rewards;

    /// <summary>Whether the step ended the task, [T, N].</summary>
    public Span<bool> Terminated => terminated;

    /// <summary>Whether the step cut the episode off, [T, N].</summary>
    public Span<bool> Truncated => truncated;

    /// <summary>The critic's value of the last observation of episodes that were cut off, [T, N].</summary>
    public Span<float> FinalValues => finalValues;

    /// <summary>The critic's value of what the environments show after the last step, [N].</summary>
    public Span<float> NextValues => nextValues;
}
