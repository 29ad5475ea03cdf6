using GymSharp.Learning.Options;
using GymSharp.Learning.Replay;
using GymSharp.Neural;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Options that DDPG, TD3, SAC and TQC share; names and defaults are Stable-Baselines3's where nothing else is said.
/// </summary>
public abstract record OffPolicyOptions : IVectorOptions, IValidatedOptions
{
    /// <summary>Number of environments side by side.</summary>
    /// <value>The default is 1.</value>
    [Option("environments side by side", Least = 1)]
    public int Envs { get; init; } = 1;

    /// <summary>Step size of Adam, for all networks.</summary>
    /// <value>The default is 3e-4; DDPG and TD3 1e-3.</value>
    [Option("step size of Adam, may be a schedule", Least = 0)]
    public OptionSchedule LearningRate { get; init; } = 3e-4;

    /// <summary>Transitions that are remembered.</summary>
    /// <value>The default is 1,000,000.</value>
    [Option("transitions that are remembered", Least = 2)]
    public int BufferSize { get; init; } = 1_000_000;

    /// <summary>Environment steps with random actions before learning begins.</summary>
    /// <value>The default is 100.</value>
    [Option("environment steps with random actions before learning begins", Least = 0)]
    public int LearningStarts { get; init; } = 100;

    /// <summary>Transitions per update.</summary>
    /// <value>The default is 256.</value>
    [Option("transitions per update", Least = 1)]
    public int BatchSize { get; init; } = 256;

    /// <summary>Share of the online networks that the target networks take over at each of their updates.</summary>
    /// <value>The default is 0.005.</value>
    [Option("share of the online networks that the target networks take over", Above = 0, Most = 1)]
    public double Tau { get; init; } = 0.005;

    /// <summary>γ: worth of the next step's value.</summary>
    /// <value>The default is 0.99.</value>
    [Option("discount γ", Least = 0, Most = 1)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>Steps of each environment between two phases of learning.</summary>
    /// <value>The default is 1.</value>
    [Option("steps of each environment between phases of learning", Least = 1)]
    public int TrainFreq { get; init; } = 1;

    /// <summary>Updates per phase of learning.</summary>
    /// <value>The default is 1; -1 stands for as many as environment steps were taken since the last phase.</value>
    [Option("updates per phase of learning, -1 for one per environment step", Least = -1)]
    public int GradientSteps { get; init; } = 1;

    /// <summary>Widths of the hidden layers of actor and critics.</summary>
    /// <value>The default is 256, 256; DDPG and TD3 400, 300.</value>
    [Option("widths of the hidden layers", Least = 1, Most = 8192)]
    public int[] Hidden { get; init; } = [256, 256];

    /// <summary>Function after each hidden layer.</summary>
    /// <value>The default is relu.</value>
    [Option("function after each hidden layer: relu, tanh, sigmoid or gelu")]
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>What is added to actions so that others are tried as well.</summary>
    /// <value>The default is none; DDPG and TD3 normal, as in rl-baselines3-zoo.</value>
    [Option("noise on actions: none, normal or ornstein_uhlenbeck")]
    public ActionNoiseKind ActionNoise { get; init; }

    /// <summary>Standard deviation of that noise, in units of half the range of an action.</summary>
    /// <value>The default is 0.1.</value>
    [Option("standard deviation of the noise, in units of half an action's range", Least = 0)]
    public double NoiseStd { get; init; } = 0.1;

    /// <summary>
    /// Share of actions that are drawn uniformly in place of the agent's, so that it goes on meeting what it would
    /// not do by itself; Andrychowicz et al. (2017), appendix A, have 0.2 for goals.
    /// </summary>
    /// <value>The default is 0.</value>
    [Option("share of actions drawn uniformly in place of the agent's", Least = 0, Most = 1)]
    public double RandomExploration { get; init; }

    /// <summary>Whether observations and rewards are scaled by running statistics.</summary>
    /// <value>The default is no.</value>
    [Option("scale observations and rewards by running statistics")]
    public bool Normalize { get; init; }

    /// <summary>Whether observations alone are scaled by running statistics.</summary>
    /// <value>The default is no.</value>
    [Option("scale observations by running statistics, as normalize does, and leave rewards alone")]
    public bool NormalizeObservations { get; init; }

    /// <summary>
    /// Hindsight: transitions with a goal of the future for each one with its own, in environments with goals.
    /// </summary>
    /// <value>The default is 0, no hindsight; 4 is usual.</value>
    [Option(HindsightReplay.Choice, Least = 0)]
    public int NSampledGoal { get; init; }

    /// <inheritdoc/>
    public virtual IEnumerable<string> Errors()
    {
        if (BufferSize < 2L * Envs)
        {
            yield return $"The option 'buffer_size' must be at least 2 per environment, {2L * Envs}, got {BufferSize}.";
        }

        if (Hidden.Length == 0)
        {
            yield return "The option 'hidden' needs at least one layer, for example [256,256]; got none.";
        }
    }
}
