using GymSharp.Learning.Replay;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// Critics that tell what an action is worth, learned side by side as one set of weights, and target networks that
/// follow them.
/// </summary>
/// <remarks>A critic reads an observation and an action between -1 and 1, one after the other.</remarks>
internal sealed class CriticEnsemble : IDisposable
{
    private readonly ParameterSet target;
    private readonly Tape tape;
    private readonly Tape targetTape;
    private readonly Adam optimizer;
    private readonly Mlp[] critics;
    private readonly Tensor[] outputs;
    private readonly int observationSize;
    private readonly int actionSize;
    private Tensor choices;

    /// <summary>Makes the critics.</summary>
    /// <param name="run">Tells the sizes; draws first weights.</param>
    /// <param name="options">Layers.</param>
    /// <param name="count">Number of critics.</param>
    /// <param name="width">Numbers that a critic tells of an action.</param>
    public CriticEnsemble(OffPolicyRun run, OffPolicyOptions options, int count, int width = 1)
    {
        observationSize = run.Env.ObservationSize;
        actionSize = run.Env.ActionSize;
        MlpOptions layers = new()
        {
            Inputs = observationSize + actionSize,
            Hidden = options.Hidden,
            Outputs = width,
            Activation = options.Activation,
            HiddenInitializer = new TorchDefault(),
        };
        critics = [.. Enumerable.Range(0, count).Select(i => new Mlp(Parameters, $"qf{i}", layers, run.WeightRng))];
        outputs = new Tensor[count];
        target = Parameters.Clone();
        tape = new Tape(Parameters, run.Team);
        targetTape = new Tape(target, run.Team) { IsRecording = false };
        optimizer = new Adam(Parameters, new AdamOptions(), run.Team);
    }

    /// <summary>The numbers of all critics.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>The numbers of the target networks.</summary>
    public ParameterSet Target => target;

    /// <summary>Gradient of the loss that was learned from last.</summary>
    public Gradients Gradients => tape.Gradients;

    /// <summary>Number of critics.</summary>
    public int Count => critics.Length;

    /// <summary>Updates so far.</summary>
    public long Updates => optimizer.Steps;

    /// <summary>The lowest of what several critics say.</summary>
    public static Tensor Least(ReadOnlySpan<Tensor> values)
    {
        Tensor least = values[0];
        for (int i = 1; i < values.Length; i++)
        {
            least = least.Minimum(values[i]);
        }

        return least;
    }

    /// <summary>What the target networks say: [rows, width] of each; void with the next call.</summary>
    public ReadOnlySpan<Tensor> Targets(ReadOnlySpan<float> observations, ReadOnlySpan<float> actions)
    {
        targetTape.Clear();
        return Forward(targetTape, observations, Actions(targetTape, actions));
    }

    /// <summary>What the critics say of transitions, to make a loss of: [rows, width] of each.</summary>
    public ReadOnlySpan<Tensor> Evaluate(TransitionBatch batch)
    {
        tape.Clear();
        return Forward(tape, batch.Observations, Actions(tape, batch.Actions));
    }

    /// <summary>Numbers on the tape of <see cref="Evaluate"/>, for the loss.</summary>
    public Tensor Input(ReadOnlySpan<float> values, int columns) =>
        tape.Input(values, new Shape(values.Length / columns, columns));

    /// <summary>The sum over critics of the mean of <c>(Q(s, a) − y)²</c>.</summary>
    /// <param name="values">What <see cref="Evaluate"/> gave, one number per row.</param>
    /// <param name="targets">y, one per row.</param>
    public Tensor SquaredError(ReadOnlySpan<Tensor> values, ReadOnlySpan<float> targets)
    {
        Tensor wanted = Input(targets, columns: 1);
        Tensor sum = (values[0] - wanted).Square().Mean();
        for (int i = 1; i < values.Length; i++)
        {
            sum += (values[i] - wanted).Square().Mean();
        }

        return sum;
    }

    /// <summary>Takes a step along the gradient of a loss of <see cref="Evaluate"/>.</summary>
    public void Learn(Tensor loss, double learningRate)
    {
        tape.Gradients.Clear();
        tape.Backward(loss);
        optimizer.LearningRate = learningRate;
        optimizer.Step(tape.Gradients);
    }

    /// <summary>What the critics, held as they are, say of an actor's actions, to make a loss of.</summary>
    public ReadOnlySpan<Tensor> Judge(ReadOnlySpan<float> observations, ReadOnlySpan<float> actions, int critics)
    {
        tape.Clear();
        tape.HoldsParameters = true;
        choices = tape.Variable(actions, new Shape(actions.Length / actionSize, actionSize));
        ReadOnlySpan<Tensor> values = Forward(tape, observations, choices, critics);
        tape.HoldsParameters = false;
        return values;
    }

    /// <summary>
    /// The gradient of a loss of <see cref="Judge"/> with respect to the actions: [rows, actions].
    /// </summary>
    public ReadOnlySpan<float> GradientOfChoices(Tensor loss)
    {
        tape.Backward(loss);
        return choices.Gradient;
    }

    /// <summary>Lets the target networks follow: <c>θ⁻ ← θ⁻ + τ (θ − θ⁻)</c>.</summary>
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

    private Tensor Actions(Tape on, ReadOnlySpan<float> actions) =>
        on.Input(actions, new Shape(actions.Length / actionSize, actionSize));

    private ReadOnlySpan<Tensor> Forward(Tape on, ReadOnlySpan<float> observations, Tensor actions) =>
        Forward(on, observations, actions, critics.Length);

    private ReadOnlySpan<Tensor> Forward(Tape on, ReadOnlySpan<float> observations, Tensor actions, int count)
    {
        Tensor input = on.Input(observations, new Shape(actions.Shape.Rows, observationSize)).Concat(actions);
        for (int i = 0; i < count; i++)
        {
            outputs[i] = critics[i].Forward(input);
        }

        return outputs.AsSpan(0, count);
    }
}
