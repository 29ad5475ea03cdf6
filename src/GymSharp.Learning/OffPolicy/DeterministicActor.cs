using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// An actor that gives one action for an observation, <c>tanh</c> of a network, and its target network.
/// </summary>
internal sealed class DeterministicActor : IExplorer, IDisposable
{
    private readonly ParameterSet target;
    private readonly Tape tape;
    private readonly Tape targetTape;
    private readonly Adam optimizer;
    private readonly Mlp body;
    private readonly Linear head;
    private readonly int observationSize;
    private readonly float actionCost;
    private Tensor chosen;

    /// <summary>Makes the actor.</summary>
    /// <param name="run">Tells the sizes; draws first weights.</param>
    /// <param name="options">Layers; cost of actions.</param>
    public DeterministicActor(OffPolicyRun run, DeterministicOptions options)
    {
        actionCost = (float)options.ActionL2;
        observationSize = run.Env.ObservationSize;
        MlpOptions layers = new()
        {
            Inputs = observationSize,
            Hidden = options.Hidden,
            Activation = options.Activation,
        };
        body = new Mlp(Parameters, "actor", layers, run.WeightRng);
        (int, int) sizes = (body.Outputs, run.Env.ActionSize);
        head = new Linear(Parameters, "actor.mu", sizes, new TorchDefault(), run.WeightRng, Activation.Tanh);
        target = Parameters.Clone();
        tape = new Tape(Parameters, run.Team);
        targetTape = new Tape(target, run.Team) { IsRecording = false };
        optimizer = new Adam(Parameters, new AdamOptions(), run.Team);
    }

    /// <summary>The numbers of the actor.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>The numbers of the target network.</summary>
    public ParameterSet Target => target;

    /// <summary>Gradient of the loss that was learned from last.</summary>
    public Gradients Gradients => tape.Gradients;

    /// <summary>Actions between -1 and 1, [rows, actions].</summary>
    /// <param name="observations">[rows, observation].</param>
    public Tensor Forward(Tensor observations) => head.Forward(body.Forward(observations));

    /// <inheritdoc/>
    public void Explore(int step, ReadOnlySpan<float> observations, Span<float> actions, Rng rng)
    {
        tape.IsRecording = false;
        Actions(observations).CopyTo(actions);
        tape.IsRecording = true;
    }

    /// <summary>What the actor does, to learn from: [rows, actions].</summary>
    public Span<float> Actions(ReadOnlySpan<float> observations)
    {
        tape.Clear();
        chosen = Forward(Rows(tape, observations));
        return chosen.Values;
    }

    /// <summary>What the target network does: [rows, actions], for the caller to change.</summary>
    public Span<float> TargetActions(ReadOnlySpan<float> observations)
    {
        targetTape.Clear();
        return Forward(Rows(targetTape, observations)).Values;
    }

    /// <summary>Takes a step along the gradient of a loss and of the cost of actions.</summary>
    /// <param name="gradient">With respect to what <see cref="Actions"/> gave last.</param>
    /// <param name="learningRate">Step size.</param>
    public void Learn(ReadOnlySpan<float> gradient, double learningRate)
    {
        // The derivative of Σ g a by the weights is that of the loss, by the chain rule.
        Tensor loss = (chosen * tape.Input(gradient, chosen.Shape)).Sum();
        if (actionCost > 0)
        {
            loss += actionCost * (chosen * chosen).Mean();
        }

        tape.Gradients.Clear();
        tape.Backward(loss);
        optimizer.LearningRate = learningRate;
        optimizer.Step(tape.Gradients);
    }

    /// <summary>Lets the target network follow: <c>θ⁻ ← θ⁻ + τ (θ − θ⁻)</c>.</summary>
    public void Follow(double tau) => target.Blend(Parameters, (float)tau);

    /// <summary>Reads or writes all numbers.</summary>
    public void SyncState(StateSync sync)
    {
        Parameters.SyncState(sync);
        target.SyncState(sync);
        optimizer.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tape.Dispose();
        targetTape.Dispose();
        optimizer.Dispose();
        target.Dispose();
        Parameters.Dispose();
    }

    private Tensor Rows(Tape on, ReadOnlySpan<float> observations) =>
        on.Input(observations, new Shape(observations.Length / observationSize, observationSize));
}
