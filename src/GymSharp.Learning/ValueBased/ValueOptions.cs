using GymSharp.Learning.Networks;
using GymSharp.Learning.OffPolicy;
using GymSharp.Learning.Options;
using GymSharp.Learning.Replay;
using GymSharp.Neural;
using GymSharp.Neural.Threading;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Options that DQN and its descendants share; the defaults are Stable-Baselines3's, and those of the papers where a
/// descendant has others.
/// </summary>
public abstract record ValueOptions : IVectorOptions, IValidatedOptions
{
    // Enough rows to keep the cores busy, few enough for their caches.
    private const int RowsPerDraw = 512;

    /// <summary>Number of environments side by side.</summary>
    /// <value>The default is 1.</value>
    [Option("environments side by side", Least = 1)]
    public int Envs { get; init; } = 1;

    /// <summary>Step size of the optimiser.</summary>
    /// <value>The default is 1e-4; QR-DQN 5e-5, C51 2.5e-4, Rainbow 6.25e-5.</value>
    [Option("step size of the optimiser, may be a schedule", Least = 0)]
    public OptionSchedule LearningRate { get; init; } = 1e-4;

    /// <summary>Transitions per update.</summary>
    /// <value>The default is 32.</value>
    [Option("transitions per update", Least = 1)]
    public int BatchSize { get; init; } = 32;

    /// <summary>Transitions that are remembered.</summary>
    /// <value>The default is 1,000,000.</value>
    [Option("transitions that are remembered", Least = 2)]
    public int BufferSize { get; init; } = 1_000_000;

    /// <summary>Environment steps with random actions before learning begins.</summary>
    /// <value>The default is 100; C51 50,000, Rainbow 20,000.</value>
    [Option("environment steps with random actions before learning begins", Least = 0)]
    public int LearningStarts { get; init; } = 100;

    /// <summary>γ: worth of the next step's value.</summary>
    /// <value>The default is 0.99.</value>
    [Option("discount γ", Least = 0, Most = 1)]
    public double Gamma { get; init; } = 0.99;

    /// <summary>Share of the online network that the target network takes over at each of its updates.</summary>
    /// <value>The default is 1: a copy.</value>
    [Option("share of the online network that the target network takes over", Above = 0, Most = 1)]
    public double Tau { get; init; } = 1;

    /// <summary>Environment steps between two updates of the target network.</summary>
    /// <value>The default is 10,000; Rainbow 8,000.</value>
    [Option("environment steps between updates of the target network", Least = 1)]
    public int TargetUpdateInterval { get; init; } = 10_000;

    /// <summary>Steps of each environment between two phases of learning.</summary>
    /// <value>The default is 4.</value>
    [Option("steps of each environment between phases of learning", Least = 1)]
    public int TrainFrequency { get; init; } = 4;

    /// <summary>Updates per phase of learning.</summary>
    /// <value>The default is 1; -1 stands for as many as environment steps were taken since the last phase.</value>
    [Option("updates per phase of learning, -1 for one per environment step", Least = -1)]
    public int GradientSteps { get; init; } = 1;

    /// <summary>Part of the run over which ε falls.</summary>
    /// <value>The default is 0.1; QR-DQN and C51 0.005.</value>
    [Option("part of the run over which the share of random actions falls", Least = 0, Most = 1)]
    public double ExplorationFraction { get; init; } = 0.1;

    /// <summary>ε at the beginning: share of random actions.</summary>
    /// <value>The default is 1.</value>
    [Option("share of random actions at the beginning", Least = 0, Most = 1)]
    public double ExplorationInitial { get; init; } = 1;

    /// <summary>ε at the end.</summary>
    /// <value>The default is 0.05; QR-DQN and C51 0.01.</value>
    [Option("share of random actions at the end", Least = 0, Most = 1)]
    public double ExplorationFinal { get; init; } = 0.05;

    /// <summary>
    /// Whether numbers of a Box are brought from their bounds to -1 … 1 before the first layer; numbers without bounds
    /// stay as they are.
    /// </summary>
    /// <value>The default is false.</value>
    [Option("bring observations from their bounds to -1 … 1")]
    public bool ScaleObservations { get; init; }

    /// <summary>Whether observations are scaled by running statistics.</summary>
    /// <value>The default is no.</value>
    [Option("scale observations by running statistics")]
    public bool NormalizeObservations { get; init; }

    /// <summary>Neurons of the fully connected hidden layers.</summary>
    /// <value>The default is null: 64, 64, or what belongs to the convolutions where observations are pictures.</value>
    [Option("neurons of the hidden layers; empty: 64,64, or what belongs to the convolutions", Least = 1)]
    public IReadOnlyList<int>? Hidden { get; init; }

    /// <summary>Whether pictures go through convolutions before the hidden layers.</summary>
    /// <value>The default is true.</value>
    [Option("pictures go through convolutions before the hidden layers")]
    public bool Convolutions { get; init; } = true;

    /// <summary>Which convolutions.</summary>
    /// <value>The default is auto.</value>
    [Option(PictureExtractor.Choice)]
    public PictureNetwork PictureNetwork { get; init; }

    /// <summary>Function of the hidden layers.</summary>
    /// <value>The default is relu.</value>
    [Option("function of the hidden layers: none, tanh, relu, sigmoid or gelu")]
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Longest gradient, or null for no limit.</summary>
    /// <value>The default is 10; QR-DQN, C51 and Rainbow null.</value>
    [Option("longest gradient", Above = 0)]
    public double? MaxGradientNorm { get; init; } = 10;

    /// <summary>How gradients change the weights.</summary>
    /// <value>The default is adam.</value>
    [Option("adam, rms_prop, rms_prop_tf or sgd")]
    public OptimizerKind Optimizer { get; init; }

    /// <summary>ε of Adam or RMSProp.</summary>
    /// <value>The default is 1e-8; QR-DQN and C51 0.01/32, Rainbow 1.5e-4.</value>
    [Option("ε of Adam or RMSProp", Above = 0)]
    public double OptimizerEpsilon { get; init; } = 1e-8;

    /// <summary>Decay of RMSProp's mean of squares.</summary>
    /// <value>The default is 0.99.</value>
    [Option("decay of RMSProp's mean of squares", Least = 0, Most = 1)]
    public double RmsDecay { get; init; } = 0.99;

    /// <summary>Whether the online network picks the next action and the target network values it.</summary>
    /// <value>The default is false; Rainbow true. van Hasselt et al. (2016).</value>
    [Option("the online network picks the next action, the target network values it")]
    public bool Double { get; init; }

    /// <summary>Whether the network estimates the value of the state and the advantages of the actions apart.</summary>
    /// <value>The default is false; Rainbow true. Wang et al. (2016).</value>
    [Option("value and advantages have streams of their own")]
    public bool Dueling { get; init; }

    /// <summary>Whether transitions with large errors are replayed more often.</summary>
    /// <value>The default is false; Rainbow true. Schaul et al. (2016).</value>
    [Option("transitions with large errors are replayed more often")]
    public bool Prioritized { get; init; }

    /// <summary>α of prioritised replay: 0 draws all alike, 1 in proportion to the error.</summary>
    /// <value>The default is 0.6; Rainbow 0.5.</value>
    [Option("α of prioritised replay", Least = 0, Most = 1)]
    public double PriorityAlpha { get; init; } = 0.6;

    /// <summary>β of prioritised replay: how far importance weights make up for the preference.</summary>
    /// <value>The default rises from 0.4 to 1 over the run.</value>
    [Option("β of prioritised replay, may be a schedule", Least = 0, Most = 1)]
    public OptionSchedule PriorityBeta { get; init; } = OptionSchedule.Linear(0.4, 1);

    /// <summary>
    /// Whether half of the transitions drawn are turned into their mirror images, and actions are chosen by the mean of
    /// the values on both sides. For pictures of games that are the same in a mirror, see <see cref="IMirrored"/>.
    /// </summary>
    /// <value>The default is false.</value>
    [Option(Views.Mirror.Choice)]
    public bool Mirror { get; init; }

    /// <summary>Steps whose rewards are added up before a value is used in their place.</summary>
    /// <value>The default is 1; Rainbow 3.</value>
    [Option("steps whose rewards are added up", Least = 1)]
    public int NStep { get; init; } = 1;

    /// <inheritdoc cref="OffPolicyOptions.NSampledGoal"/>
    [Option(HindsightReplay.Choice, Least = 0)]
    public int NSampledGoal { get; init; }

    /// <summary>Whether the last layers have learned noise, which explores in place of ε.</summary>
    /// <value>The default is false; Rainbow true. Fortunato et al. (2018).</value>
    [Option("the last layers have learned noise, which explores in place of ε")]
    public bool Noisy { get; init; }

    /// <summary>σ₀: the first deviation of a weight's noise, times the root of the layer's inputs.</summary>
    /// <value>The default is 0.5.</value>
    [Option("first deviation of the noise", Least = 0)]
    public double NoisyDeviation { get; init; } = 0.5;

    /// <summary>
    /// Whether actions that the environment's <c>action_mask</c> forbids are never taken, nor expected to be.
    /// </summary>
    /// <value>The default is true.</value>
    [Option("never take actions that the environment's action_mask forbids")]
    public bool ActionMasks { get; init; } = true;

    /// <inheritdoc/>
    public virtual IEnumerable<string> Errors()
    {
        if (BufferSize < 2L * Envs)
        {
            yield return $"The option 'buffer_size' must be at least 2 per environment, {2L * Envs}, got {BufferSize}.";
        }

        if (ExplorationFinal > ExplorationInitial)
        {
            yield return $"The option 'exploration_final' must be at most 'exploration_initial', {ExplorationInitial}, "
                + $"got {ExplorationFinal}.";
        }

        if (ScaleObservations && NormalizeObservations)
        {
            yield return "The options 'scale_observations' and 'normalize_observations' exclude each other: bounds say "
                + "nothing of what is scaled already. Set one of them to false.";
        }

        if (RmsDecay >= 1)
        {
            yield return $"The option 'rms_decay' must be below 1, got {RmsDecay}.";
        }

        // What a goal of the future pays is known of single steps drawn alike.
        if (NSampledGoal > 0 && NStep > 1)
        {
            yield return $"The option 'n_sampled_goal' needs returns of single steps, got n_step={NStep}. Set n_step=1 "
                + "or n_sampled_goal=0.";
        }

        if (NSampledGoal > 0 && Prioritized)
        {
            yield return "The option 'n_sampled_goal' does not combine with prioritized=true, since a priority belongs "
                + "to one goal. Set prioritized=false, or n_sampled_goal=0.";
        }
    }

    /// <summary>ε after a part of the run.</summary>
    /// <param name="progress">The part, 0 to 1.</param>
    /// <returns>ε, which is 0 where the noise of the weights explores.</returns>
    public double Epsilon(double progress)
    {
        if (Noisy)
        {
            return 0;
        }

        double done = ExplorationFraction > 0 ? Math.Clamp(progress / ExplorationFraction, 0, 1) : 1;
        return ExplorationInitial + ((ExplorationFinal - ExplorationInitial) * done);
    }

    /// <summary>Updates of one phase of learning.</summary>
    /// <param name="envs">Environments side by side.</param>
    internal int UpdatesPerPhase(int envs) => GradientSteps < 0 ? TrainFrequency * envs : GradientSteps;

    /// <summary>
    /// Updates whose transitions are drawn and judged by the target network together: 1 where priorities or noise
    /// change with every update.
    /// </summary>
    /// <param name="envs">Environments side by side.</param>
    internal int UpdatesPerDraw(int envs)
    {
        int largest = Prioritized || Noisy ? 1 : Math.Max(1, RowsPerDraw / BatchSize);
        int phase = Math.Max(1, UpdatesPerPhase(envs));
        while (phase % largest != 0)
        {
            largest--;
        }

        return largest;
    }

    /// <summary>What the network tells about an action, and how that is learned.</summary>
    internal abstract ActionValueModel CreateModel();

    /// <summary>The targets of Munchausen DQN, or null for those of DQN.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">Weights of the target network.</param>
    /// <param name="team">Threads.</param>
    internal virtual Munchausen? CreateMunchausen(QNetwork network, ParameterSet target, ComputeTeam team) => null;
}
