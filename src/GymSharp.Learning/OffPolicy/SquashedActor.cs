using GymSharp.Learning.Networks;
using GymSharp.Neural;
using GymSharp.Neural.Distributions;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Neural.Optimization;
using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Learning.OffPolicy;

/// <summary>
/// A stochastic actor: <c>tanh</c> of a normally distributed number, whose mean and standard deviation a network gives;
/// with gSDE the noise is a function of the network's last hidden layer.
/// </summary>
/// <remarks>
/// <para>Haarnoja et al. (2018), "Soft Actor-Critic Algorithms and Applications", appendix C. Logarithms of deviations
/// lie between -20 and 2.</para>
/// <para>With gSDE, <c>u = μ(s) + z(s) E</c>, <c>E_ij ~ N(0, σ_ij²)</c>: one matrix per environment while collecting,
/// one per update for the whole batch, and the density is that of <c>N(μ, z² σ²)</c>; Raffin, Kober and Stulp (2021),
/// "Smooth Exploration for Robotic Reinforcement Learning". Means lie between -2 and 2.</para>
/// </remarks>
internal sealed class SquashedActor : IExplorer, IDisposable
{
    private const float LeastLogStd = -20;
    private const float MostLogStd = 2;
    private const float MostMean = 2;
    private const float SmallVariance = 1e-6f;

    private readonly Tape tape;
    private readonly Adam optimizer;
    private readonly Mlp body;
    private readonly Linear mean;
    private readonly Linear? logStd;
    private readonly SquashedGaussianDistribution distribution;
    private readonly Parameter? noiseLogStd;
    private readonly StateDependentNoise? noise;
    private readonly float[] deviates;
    private readonly int noiseFrequency;
    private readonly int observationSize;
    private Tensor chosen;
    private Tensor logProbability;

    /// <summary>Makes the actor.</summary>
    /// <param name="run">Tells the sizes; draws first weights.</param>
    /// <param name="options">Layers and noise.</param>
    public SquashedActor(OffPolicyRun run, SoftOptions options)
    {
        observationSize = run.Env.ObservationSize;
        MlpOptions layers = new()
        {
            Inputs = observationSize,
            Hidden = options.Hidden,
            Activation = options.Activation,
        };
        body = new Mlp(Parameters, "actor", layers, run.WeightRng);
        (int Latent, int Action) sizes = (body.Outputs, run.Env.ActionSize);
        mean = new Linear(Parameters, "actor.mu", sizes, new TorchDefault(), run.WeightRng);
        distribution = new SquashedGaussianDistribution(sizes.Action);
        if (options.UseSde)
        {
            noiseLogStd = Parameters.Add("actor.log_std", new Shape(sizes.Latent, sizes.Action));
            noiseLogStd.In(Parameters).Fill((float)options.LogStdInit);
            Parameters.MarkChanged();
            noise = new StateDependentNoise(run.Env.NumEnvs, noiseLogStd);
            deviates = new float[noiseLogStd.Shape.Length];
        }
        else
        {
            logStd = new Linear(Parameters, "actor.log_std", sizes, new TorchDefault(), run.WeightRng);
            deviates = [];
        }

        noiseFrequency = options.SdeSampleFreq;
        tape = new Tape(Parameters, run.Team);
        optimizer = new Adam(Parameters, new AdamOptions(), run.Team);
    }

    /// <summary>The numbers of the actor.</summary>
    public ParameterSet Parameters { get; } = new();

    /// <summary>Gradient of the loss that was learned from last.</summary>
    public Gradients Gradients => tape.Gradients;

    /// <summary>Logarithms of the densities of what <see cref="Draw"/> gave: [rows].</summary>
    public ReadOnlySpan<float> LogProbability => logProbability.Values;

    /// <summary>The middle of the distribution, between -1 and 1: [rows, actions].</summary>
    /// <param name="observations">[rows, observation].</param>
    public Tensor Mode(Tensor observations) => Mean(body.Forward(observations)).Tanh();

    /// <inheritdoc/>
    public void Explore(int step, ReadOnlySpan<float> observations, Span<float> actions, Rng rng)
    {
        tape.Clear();
        tape.IsRecording = false;
        Tensor latent = body.Forward(Rows(observations));
        if (noise is null)
        {
            distribution.Sample(Parameterize(latent), rng, actions);
        }
        else
        {
            if (step == 0 || (noiseFrequency > 0 && step % noiseFrequency == 0))
            {
                noise.Draw(Parameters, rng);
            }

            Mean(latent).Values.CopyTo(actions);
            noise.AddTo(latent.Values, actions);
            foreach (ref float action in actions)
            {
                action = MathF.Tanh(action);
            }
        }

        tape.IsRecording = true;
    }

    /// <summary>
    /// Draws actions to learn from, [rows, actions], whose densities are in <see cref="LogProbability"/>.
    /// </summary>
    public ReadOnlySpan<float> Draw(ReadOnlySpan<float> observations, Rng rng)
    {
        if (noise is not null)
        {
            rng.StandardNormal(deviates);
        }

        tape.Clear();
        (chosen, logProbability) = Sample(Rows(observations), rng);
        return chosen.Values;
    }

    /// <summary>
    /// Draws further actions, through which no gradient flows; what <see cref="Draw"/> gave stays. With gSDE the
    /// noise is the same function.
    /// </summary>
    /// <returns>Actions [rows, actions] and logarithms of their densities [rows].</returns>
    public (Tensor Actions, Tensor LogProbability) DrawNext(ReadOnlySpan<float> observations, Rng rng)
    {
        tape.IsRecording = false;
        (Tensor, Tensor) drawn = Sample(Rows(observations), rng);
        tape.IsRecording = true;
        return drawn;
    }

    /// <summary>Takes a step along the gradient of <c>weight · mean(log π) + loss(actions)</c>.</summary>
    /// <param name="weight">Weight of the mean of <see cref="LogProbability"/>.</param>
    /// <param name="gradient">Of the other loss with respect to what <see cref="Draw"/> gave last.</param>
    /// <param name="learningRate">Step size.</param>
    public void Learn(float weight, ReadOnlySpan<float> gradient, double learningRate)
    {
        // The derivative of Σ g a by the weights is that of the other loss, by the chain rule.
        Tensor loss = (logProbability.Mean() * weight) + (chosen * tape.Input(gradient, chosen.Shape)).Sum();
        tape.Gradients.Clear();
        tape.Backward(loss);
        optimizer.LearningRate = learningRate;
        optimizer.Step(tape.Gradients);
    }

    /// <summary>Reads or writes all numbers.</summary>
    public void SyncState(StateSync sync)
    {
        Parameters.SyncState(sync);
        optimizer.SyncState(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        tape.Dispose();
        optimizer.Dispose();
        Parameters.Dispose();
    }

    private (Tensor Actions, Tensor LogProbability) Sample(Tensor observations, Rng rng)
    {
        Tensor latent = body.Forward(observations);
        if (noiseLogStd is null)
        {
            return distribution.SampleThrough(Parameterize(latent), rng);
        }

        Tensor deviation = tape.Use(noiseLogStd).Exp();
        Tensor shift = latent.MatMul(deviation * tape.Input(deviates, noiseLogStd.Shape));
        Tensor variance = latent.Square().MatMul(deviation.Square()) + SmallVariance;
        return distribution.SampleThrough(Mean(latent), shift, variance);
    }

    private Tensor Mean(Tensor latent)
    {
        Tensor means = mean.Forward(latent);
        return noiseLogStd is null ? means : means.Clamp(-MostMean, MostMean);
    }

    private Tensor Parameterize(Tensor latent) =>
        Mean(latent).Concat(logStd!.Forward(latent).Clamp(LeastLogStd, MostLogStd));

    private Tensor Rows(ReadOnlySpan<float> observations) =>
        tape.Input(observations, new Shape(observations.Length / observationSize, observationSize));
}
