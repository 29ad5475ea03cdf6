using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>
/// <see cref="Adam"/> with decoupled weight decay, <c>θ ← θ (1 − α λ)</c> before each step; Loshchilov and Hutter
/// (2019), "Decoupled Weight Decay Regularization".
/// </summary>
public sealed class AdamW : Optimizer
{
    private readonly AdamOptions options;
    private readonly UpdatePass<AdamUpdate> pass = new();

    /// <summary>Makes the optimiser of a complete set.</summary>
    /// <param name="set">The parameters to change.</param>
    /// <param name="options">Step size, decays; PyTorch's default weight decay for AdamW is 0.01.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public AdamW(ParameterSet set, AdamOptions options, ComputeTeam? team = null)
        : base(set, options?.LearningRate ?? 0, 2, team)
    {
        ArgumentNullException.ThrowIfNull(options);
        AdamUpdate.Check(options);
        this.options = options;
    }

    private protected override unsafe void Update(float* values, float* gradients, float scale)
    {
        AdamUpdate update = new(options, LearningRate, Steps)
        {
            Values = values,
            Gradients = gradients,
            Scale = scale,
            Mean = Moment(0),
            Square = Moment(1),
            Keep = (float)(1 - (LearningRate * options.WeightDecay)),
        };
        pass.Start(Team, update, Length);
    }
}
