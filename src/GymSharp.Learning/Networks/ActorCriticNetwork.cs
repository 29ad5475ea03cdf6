using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Distributions;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.Networks;

/// <summary>An actor that gives a distribution over actions, and a critic that gives the value of a state.</summary>
/// <remarks>
/// Without further options as in Stable-Baselines3: separate networks of two tanh layers of 64, orthogonal weights
/// (gain √2; the actor's last layer 0.01, the critic's 1), and for Box actions logarithms of standard deviations that
/// do not depend on the state.
/// </remarks>
public sealed class ActorCriticNetwork : IDisposable
{
    private const float Forbidden = -1e8f;
    private const float SmallVariance = 1e-6f;

    private readonly Shape observationShape;
    private readonly Module actorTrunk;
    private readonly Module criticTrunk;
    private readonly Linear actorHead;
    private readonly Linear criticHead;
    private readonly Parameter? logStd;
    private readonly bool usesNoiseOfState;

    /// <summary>Makes the networks.</summary>
    /// <param name="env">Tells the sizes of observations and actions.</param>
    /// <param name="options">Layers, activation and first weights.</param>
    /// <param name="rng">Draws the weights.</param>
    /// <exception cref="ArgumentException">
    /// Mirror images are asked for, and the environments have none.
    /// </exception>
    public ActorCriticNetwork(TrainingEnv env, PolicyOptions options, Rng rng)
    {
        ArgumentNullException.ThrowIfNull(env);
        ArgumentNullException.ThrowIfNull(options);
        bool isConvolutional = Trunk.IsConvolutional(env, options);
        Mirror = Mirror.Of(env, options is ActorCriticOptions { Mirror: true });
        observationShape = isConvolutional ? env.ObservationShape : new Shape(env.ObservationSize);
        Distribution = env.CreateDistribution();
        bool isGaussian = Distribution is DiagonalGaussianDistribution;
        usesNoiseOfState = isGaussian && options is ActorCriticOptions { Gsde: true };
        Initializer action = options.Orthogonal ? new Orthogonal(0.01) : new TorchDefault();
        Initializer value = options.Orthogonal ? new Orthogonal(1) : new TorchDefault();

        bool isShared = options.SharedNetwork ?? isConvolutional;
        (actorTrunk, LatentSize) = Trunk.Make(Parameters, isShared ? "trunk" : "actor", env, options, rng);
        (criticTrunk, int criticSize) = isShared
            ? (actorTrunk, LatentSize)
            : Trunk.Make(Parameters, "critic", env, options, rng);
        int outputs = isGaussian ? env.ActionSize : Distribution.ParameterCount;
        actorHead = new Linear(Parameters, "actor.out", (LatentSize, outputs), action, rng);
        criticHead = new Linear(Parameters, "critic.out", (criticSize, 1), value, rng);
        if (isGaussian)
        {
            Shape shape = usesNoiseOfState ? new Shape(LatentSize, env.ActionSize) : new Shape(env.ActionSize);
            logStd = Parameters.Add("actor.log_std", shape);
            logStd.In(Parameters).Fill((float)options.LogStdInitial);
            Parameters.MarkChanged();
        }
    }

    /// <summary>All numbers of both networks.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>The family of distributions whose parameters the actor gives.</summary>
    public ActionDistribution Distribution { get; }

    /// <summary>Numbers in the actor's last hidden layer.</summary>
    public int LatentSize { get; }

    /// <summary>
    /// Logarithms of the standard deviations: [actions], or [latent, actions] with gSDE; null where actions are
    /// choices.
    /// </summary>
    public Parameter? LogStd => logStd;

    /// <summary>Where it is there, the networks are asked on both sides and the mean is what they say.</summary>
    internal Mirror? Mirror { get; }

    /// <summary>Both networks on a batch.</summary>
    /// <param name="observations">[rows, observation].</param>
    /// <param name="masks">Which choices are allowed, [rows, choices]; empty for all.</param>
    public ActorCriticOutput Forward(Tensor observations, ReadOnlySpan<bool> masks = default)
    {
        ActorCriticOutput seen = OneSide(observations, masks);
        if (Mirror is null)
        {
            return seen;
        }

        ActorCriticOutput image = OneSide(Mirror.Turned(observations), masks);
        return new(Mirror.Mean(seen.Policy, image.Policy), seen.Latent, (seen.Values + image.Values) * 0.5f);
    }

    /// <summary>The actor alone; the values of the output are not there.</summary>
    /// <param name="observations">[rows, observation].</param>
    /// <param name="masks">Which choices are allowed, [rows, choices]; empty for all.</param>
    public ActorCriticOutput Act(Tensor observations, ReadOnlySpan<bool> masks = default)
    {
        Tensor latent = actorTrunk.Forward(Shaped(observations));
        Tensor policy = Head(latent, masks);
        return Mirror is null
            ? new(policy, latent, default)
            : new(Mirror.Mean(policy, OneSideOutputs(Mirror.Turned(observations))), latent, default);
    }

    /// <summary>
    /// What the actor's last layer gives, which the most probable action follows from: logits of choices, [rows,
    /// choices], or the actions themselves where they are a Box, [rows, actions].
    /// </summary>
    /// <param name="observations">[rows, observation].</param>
    public Tensor Outputs(Tensor observations)
    {
        Tensor outputs = OneSideOutputs(observations);
        return Mirror is null ? outputs : Mirror.Mean(outputs, OneSideOutputs(Mirror.Turned(observations)));
    }

    /// <summary>The critic alone: [rows].</summary>
    /// <param name="observations">[rows, observation].</param>
    public Tensor Value(Tensor observations)
    {
        Tensor values = OneSideValue(observations);
        return Mirror is null ? values : (values + OneSideValue(Mirror.Turned(observations))) * 0.5f;
    }

    /// <summary>Reads or writes the numbers.</summary>
    public void SyncState(StateSync sync) => Parameters.SyncState(sync);

    /// <inheritdoc/>
    public void Dispose() => Parameters.Dispose();

    private ActorCriticOutput OneSide(Tensor observations, ReadOnlySpan<bool> masks)
    {
        Tensor input = Shaped(observations);
        Tensor latent = actorTrunk.Forward(input);
        Tensor criticLatent = ReferenceEquals(actorTrunk, criticTrunk) ? latent : criticTrunk.Forward(input);
        return new(Head(latent, masks), latent, ValueOf(criticLatent));
    }

    private Tensor OneSideOutputs(Tensor observations) => actorHead.Forward(actorTrunk.Forward(Shaped(observations)));

    private Tensor OneSideValue(Tensor observations) => ValueOf(criticTrunk.Forward(Shaped(observations)));

    private Tensor Shaped(Tensor rows)
    {
        if (rows.Shape.Columns != observationShape.Length)
        {
            throw new ArgumentException(
                $"The networks read rows of {observationShape.Length} numbers, got {rows.Shape}.", nameof(rows));
        }

        return observationShape.Rank == 3
            ? rows.Reshape(new Shape(rows.Shape.Rows, observationShape[0], observationShape[1], observationShape[2]))
            : rows;
    }

    private Tensor ValueOf(Tensor latent) => criticHead.Forward(latent).Reshape(new Shape(latent.Shape.Rows));

    private Tensor Head(Tensor latent, ReadOnlySpan<bool> masks)
    {
        Tensor outputs = actorHead.Forward(latent);
        if (logStd is null)
        {
            return masks.IsEmpty ? outputs : outputs.MaskedFill(masks, Forbidden);
        }

        Tensor logarithms = latent.Tape.Use(logStd);
        if (!usesNoiseOfState)
        {
            return outputs.Concat(logarithms.RepeatRows(latent.Shape.Rows));
        }

        // The variance of (latent · noise matrix); its gradient does not reach the hidden layers.
        Tensor variance = latent.Detach().Square().MatMul((logarithms * 2).Exp());
        return outputs.Concat((variance + SmallVariance).Log() * 0.5f);
    }
}
