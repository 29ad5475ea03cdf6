using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>
/// Gradient descent with momentum, in PyTorch's form: <c>v ← μ v + g</c>, <c>θ ← θ − α v</c>; with Nesterov's
/// <c>θ ← θ − α (g + μ v)</c>.
/// </summary>
public sealed class Sgd : Optimizer
{
    private readonly SgdOptions options;
    private readonly UpdatePass<Descent> pass = new();

    /// <summary>Makes the optimiser of a complete set.</summary>
    /// <param name="set">The parameters to change.</param>
    /// <param name="options">Step size and momentum.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public Sgd(ParameterSet set, SgdOptions options, ComputeTeam? team = null)
        : base(set, options?.LearningRate ?? 0, 1, team)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionCheck.NotNegative(options.LearningRate);
        OptionCheck.Share(options.Momentum);
        OptionCheck.NotNegative(options.WeightDecay);
        this.options = options;
    }

    private protected override unsafe void Update(float* values, float* gradients, float scale) =>
        pass.Start(
            Team,
            new Descent
            {
                Values = values,
                Gradients = gradients,
                Scale = scale,
                Velocity = Moment(0),
                Rate = (float)LearningRate,
                Momentum = (float)options.Momentum,
                Decay = (float)options.WeightDecay,
                Nesterov = options.Nesterov,
            },
            Length);

    private unsafe struct Descent : IUpdate
    {
        public float* Values;
        public float* Gradients;
        public float Scale;
        public float* Velocity;
        public float Rate;
        public float Momentum;
        public float Decay;
        public bool Nesterov;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes>(int index)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes value = TLanes.Load(Values + index);
            TLanes momentum = TLanes.All(Momentum);
            TLanes decay = TLanes.Multiply(TLanes.All(Decay), value);
            TLanes scaled = TLanes.Multiply(TLanes.All(Scale), TLanes.Load(Gradients + index));
            TLanes gradient = TLanes.Add(scaled, decay);
            TLanes velocity = TLanes.MultiplyAdd(momentum, TLanes.Load(Velocity + index), gradient);
            velocity.Store(Velocity + index);
            TLanes step = Nesterov ? TLanes.MultiplyAdd(momentum, velocity, gradient) : velocity;
            TLanes.Subtract(value, TLanes.Multiply(TLanes.All(Rate), step)).Store(Values + index);
        }
    }
}
