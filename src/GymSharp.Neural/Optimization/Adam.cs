using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>
/// Adam; Kingma and Ba (2015), "Adam: A Method for Stochastic Optimization", in PyTorch's form:
/// <c>m ← m + (1 − β₁)(g − m)</c>, <c>v ← β₂ v + (1 − β₂) g²</c>,
/// <c>θ ← θ − α/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)</c>.
/// </summary>
public sealed class Adam : Optimizer
{
    private readonly AdamOptions options;
    private readonly UpdatePass<AdamUpdate> pass = new();

    /// <summary>Makes the optimiser of a complete set.</summary>
    /// <param name="set">The parameters to change.</param>
    /// <param name="options">Step size and decays.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Adam(ParameterSet set, AdamOptions options, ComputeTeam? team = null)
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
            Decay = (float)options.WeightDecay,
        };
        pass.Start(Team, update, Length);
    }
}
