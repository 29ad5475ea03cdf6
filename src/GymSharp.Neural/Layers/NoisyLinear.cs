using GymSharp.Randomness;
using GymSharp.State;

namespace GymSharp.Neural.Layers;

/// <summary>
/// A linear layer with learned noise on its weights, which explores by itself; Fortunato et al. (2018), "Noisy Networks
/// for Exploration", with factorised Gaussian noise: <c>w = μ + σ f(ε_in) f(ε_out)</c>, <c>f(x) = sgn(x) √|x|</c>.
/// </summary>
/// <remarks>
/// The noise stays until <see cref="Redraw"/>. Parameters: <c>NAME.weight_mu</c>, <c>NAME.weight_sigma</c>,
/// <c>NAME.bias_mu</c>, <c>NAME.bias_sigma</c>.
/// </remarks>
public sealed class NoisyLinear : Module
{
    private readonly Parameter weightMean;
    private readonly Parameter weightDeviation;
    private readonly Parameter biasMean;
    private readonly Parameter biasDeviation;
    private readonly Activation activation;
    private readonly float[] inputNoise;
    private readonly float[] outputNoise;

    /// <summary>Adds the layer's parameters to a set and draws the first noise.</summary>
    /// <param name="set">Where the parameters go.</param>
    /// <param name="name">Dotted name of the layer.</param>
    /// <param name="sizes">Inputs and outputs.</param>
    /// <param name="rng">Draws the means, uniform in <c>±1/√inputs</c>, and the noise.</param>
    /// <param name="activation">Applied to the sums.</param>
    /// <param name="deviation">σ₀: the first deviations are <c>σ₀/√inputs</c>.</param>
    public NoisyLinear(
        ParameterSet set,
        string name,
        (int Inputs, int Outputs) sizes,
        Rng rng,
        Activation activation = Activation.None,
        double deviation = 0.5)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(rng);
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        this.activation = activation;
        Shape shape = new(sizes.Inputs, sizes.Outputs);
        weightMean = set.Add($"{name}.weight_mu", shape, ParameterLayout.TransposedMatrix);
        weightDeviation = set.Add($"{name}.weight_sigma", shape, ParameterLayout.TransposedMatrix);
        biasMean = set.Add($"{name}.bias_mu", new Shape(sizes.Outputs));
        biasDeviation = set.Add($"{name}.bias_sigma", new Shape(sizes.Outputs));
        new Initialization.TorchDefault().Fill(set, weightMean, biasMean, rng);
        float first = (float)(deviation / Math.Sqrt(sizes.Inputs));
        weightDeviation.In(set).Fill(first);
        biasDeviation.In(set).Fill(first);
        set.MarkChanged();
        inputNoise = new float[sizes.Inputs];
        outputNoise = new float[sizes.Outputs];
        Redraw(rng);
    }

    /// <summary>Whether noise is added; switched off, the means alone are used.</summary>
    public bool IsNoisy { get; set; } = true;

    /// <summary>Draws new noise, used by every pass from now on.</summary>
    public void Redraw(Rng rng)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Draw(inputNoise, rng);
        Draw(outputNoise, rng);
    }

    /// <summary>Reads or writes the noise.</summary>
    public void SyncState(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        sync.Sync(inputNoise.AsSpan());
        sync.Sync(outputNoise.AsSpan());
    }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor input)
    {
        Tape tape = input.Tape;
        Tensor mean = input.Linear(tape.Use(weightMean), tape.Use(biasMean));
        if (!IsNoisy)
        {
            return mean.Apply(activation);
        }

        // x (σ ∘ f_in f_outᵀ) + σ_b ∘ f_out = ((x ∘ f_in) σ + σ_b) ∘ f_out, so no noisy weight is ever made.
        Tensor flat = input.Shape.Rank == 2 ? input : input.Reshape(new Shape(input.Shape.Rows, input.Shape.Columns));
        Tensor noise = (flat * tape.Input(inputNoise)).Linear(tape.Use(weightDeviation), tape.Use(biasDeviation));
        return (mean + (noise * tape.Input(outputNoise))).Apply(activation);
    }

    private static void Draw(float[] noise, Rng rng)
    {
        foreach (ref float value in noise.AsSpan())
        {
            float normal = rng.StandardNormalSingle();
            value = MathF.CopySign(MathF.Sqrt(MathF.Abs(normal)), normal);
        }
    }
}
