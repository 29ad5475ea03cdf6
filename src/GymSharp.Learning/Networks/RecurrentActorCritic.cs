using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Distributions;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>An actor and a critic that remember: an LSTM each, then linear layers.</summary>
public sealed class RecurrentActorCritic : IDisposable
{
    private const float Forbidden = -1e8f;

    private readonly Lstm actorMemory;
    private readonly Lstm criticMemory;
    private readonly Mlp actorTrunk;
    private readonly Mlp criticTrunk;
    private readonly Linear actorHead;
    private readonly Linear criticHead;
    private readonly Parameter? logStd;

    /// <summary>Makes the networks.</summary>
    /// <param name="env">Tells the sizes of observations and actions.</param>
    /// <param name="options">Layers, activation and first weights.</param>
    /// <param name="rng">Draws the weights.</param>
    public RecurrentActorCritic(TrainingEnv env, RecurrentPpoOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        Distribution = env.CreateDistribution();
        (int Inputs, int Hidden) sizes = (env.ObservationSize, options.LstmHidden);
        MlpOptions layers = new()
        {
            Inputs = options.LstmHidden,
            Hidden = options.Hidden,
            Activation = options.Activation,
            HiddenInitializer = options.Orthogonal ? new Orthogonal(Math.Sqrt(2)) : new TorchDefault(),
        };
        bool isGaussian = Distribution is DiagonalGaussianDistribution;
        int outputs = isGaussian ? env.ActionSize : Distribution.ParameterCount;
        actorMemory = new Lstm(Parameters, "actor.lstm", sizes, rng);
        actorTrunk = new Mlp(Parameters, "actor", layers, rng);
        criticMemory = new Lstm(Parameters, "critic.lstm", sizes, rng);
        criticTrunk = new Mlp(Parameters, "critic", layers, rng);
        actorHead = new Linear(Parameters, "actor.out", (actorTrunk.Outputs, outputs), Head(0.01), rng);
        criticHead = new Linear(Parameters, "critic.out", (criticTrunk.Outputs, 1), Head(1), rng);
        if (isGaussian)
        {
            logStd = Parameters.Add("actor.log_std", new Shape(env.ActionSize));
            logStd.In(Parameters).Fill((float)options.LogStdInitial);
            Parameters.MarkChanged();
        }

        Initializer Head(double gain) => options.Orthogonal ? new Orthogonal(gain) : new TorchDefault();
    }

    /// <summary>All numbers of both networks.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>The family of distributions whose parameters the actor gives.</summary>
    public ActionDistribution Distribution { get; }

    /// <summary>Numbers that a memory keeps per environment.</summary>
    public int StateSize => actorMemory.StateSize;

    /// <summary>The actor on sequences, one or more steps long.</summary>
    /// <param name="observations">[steps × n, observation], all first steps first.</param>
    /// <param name="state">What was remembered, [n, StateSize].</param>
    /// <param name="starts">Where episodes begin, [steps × n].</param>
    /// <param name="masks">Which choices are allowed, [steps × n, choices]; empty for all.</param>
    /// <returns>Parameters of the distributions, and what is remembered afterwards.</returns>
    public (Tensor Policy, Tensor State) Act(
        Tensor observations, Tensor state, ReadOnlySpan<bool> starts, ReadOnlySpan<bool> masks = default)
    {
        (Tensor output, Tensor next) = actorMemory.Forward(observations, state, starts);
        Tensor policy = actorHead.Forward(actorTrunk.Forward(output));
        return logStd is not null
            ? (policy.Concat(observations.Tape.Use(logStd).RepeatRows(policy.Shape.Rows)), next)
            : (masks.IsEmpty ? policy : policy.MaskedFill(masks, Forbidden), next);
    }

    /// <summary>
    /// One step of what the actor's last layer gives, which the most probable action follows from: logits of choices,
    /// or the actions themselves where they are a Box.
    /// </summary>
    /// <param name="observations">[n, observation].</param>
    /// <param name="state">What was remembered, [n, StateSize]; zeros where an episode begins.</param>
    public (Tensor Output, Tensor State) Outputs(Tensor observations, Tensor state)
    {
        (Tensor output, Tensor next) = actorMemory.Forward(observations, state, new bool[observations.Shape.Rows]);
        return (actorHead.Forward(actorTrunk.Forward(output)), next);
    }

    /// <summary>The critic on sequences.</summary>
    /// <param name="observations">[steps × n, observation], all first steps first.</param>
    /// <param name="state">What was remembered, [n, StateSize].</param>
    /// <param name="starts">Where episodes begin, [steps × n].</param>
    /// <returns>Values, [steps × n], and what is remembered afterwards.</returns>
    public (Tensor Values, Tensor State) Value(Tensor observations, Tensor state, ReadOnlySpan<bool> starts)
    {
        (Tensor output, Tensor next) = criticMemory.Forward(observations, state, starts);
        Tensor values = criticHead.Forward(criticTrunk.Forward(output));
        return (values.Reshape(new Shape(values.Shape.Rows)), next);
    }

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();
}
