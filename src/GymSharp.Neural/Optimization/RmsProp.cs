using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;
using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Optimization;

/// <summary>
/// RMSProp; Tieleman and Hinton (2012): <c>v ← α v + (1 − α) g²</c>, <c>u ← μ u + g / (√v + ε)</c>, <c>θ ← θ − η u</c>.
/// In TensorFlow's form the divisor is <c>√(v + ε)</c>; centred, v is lessened by the square of the mean gradient.
/// </summary>
public sealed class RmsProp : Optimizer
{
    private readonly RmsPropOptions options;
    private readonly UpdatePass<Division> pass = new();

    /// <summary>Makes the optimiser of a complete set.</summary>
    /// <param name="set">The parameters to change.</param>
    /// <param name="options">Step size, decay and form.</param>
    /// <param name="team">Threads that share the work of large sets, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public RmsProp(ParameterSet set, RmsPropOptions options, ComputeTeam? team = null)
        : base(set, options?.LearningRate ?? 0, 3, team)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionCheck.NotNegative(options.LearningRate);
        OptionCheck.Share(options.Decay);
        OptionCheck.Positive(options.Epsilon);
        OptionCheck.Share(options.Momentum);
        OptionCheck.NotNegative(options.WeightDecay);
        this.options = options;
        if (options.Form == RmsPropForm.TensorFlow)
        {
            FillMoment(0, 1);
        }
    }

    private protected override unsafe void Update(float* values, float* gradients, float scale)
    {
        bool inside = options.Form == RmsPropForm.TensorFlow;
        pass.Start(
            Team,
            new Division
            {
                Values = values,
                Gradients = gradients,
                Scale = scale,
                Square = Moment(0),
                Velocity = Moment(1),
                Mean = options.Centered ? Moment(2) : null,
                Rate = (float)LearningRate,
                Keep = (float)options.Decay,
                Change = (float)(1 - options.Decay),
                Momentum = (float)options.Momentum,
                WeightDecay = (float)options.WeightDecay,
                Inside = inside ? (float)options.Epsilon : 0,
                Outside = inside ? 0 : (float)options.Epsilon,
            },
            Length);
    }

    private unsafe struct Division : IUpdate
    {
        public float* Values;
        public float* Gradients;
        public float Scale;
        public float* Square;
        public float* Velocity;
        public float* Mean;
        public float Rate;
        public float Keep;
        public float Change;
        public float Momentum;
        public float WeightDecay;
        public float Inside;
        public float Outside;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<TLanes>(int index)
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes value = TLanes.Load(Values + index);
            TLanes scaled = TLanes.Multiply(TLanes.All(Scale), TLanes.Load(Gradients + index));
            TLanes gradient = TLanes.MultiplyAdd(TLanes.All(WeightDecay), value, scaled);
            TLanes squared = TLanes.Multiply(TLanes.All(Change), TLanes.Multiply(gradient, gradient));
            TLanes square = Tiny.Flush(TLanes.MultiplyAdd(TLanes.All(Keep), TLanes.Load(Square + index), squared));
            square.Store(Square + index);
            if (Mean != null)
            {
                TLanes mean = TLanes.Load(Mean + index);
                mean = Tiny.Flush(TLanes.MultiplyAdd(TLanes.All(Change), TLanes.Subtract(gradient, mean), mean));
                mean.Store(Mean + index);

                // Rounding can make the variance of a constant gradient slightly negative.
                square = TLanes.Larger(TLanes.Subtract(square, TLanes.Multiply(mean, mean)), TLanes.All(0));
            }

            TLanes inside = TLanes.Add(square, TLanes.All(Inside));
            TLanes root = TLanes.Add(TLanes.SquareRoot(inside), TLanes.All(Outside));
            TLanes change = TLanes.Divide(gradient, root);
            TLanes velocity = TLanes.MultiplyAdd(TLanes.All(Momentum), TLanes.Load(Velocity + index), change);
            velocity = Tiny.Flush(velocity);
            velocity.Store(Velocity + index);
            TLanes.Subtract(value, TLanes.Multiply(TLanes.All(Rate), velocity)).Store(Values + index);
        }
    }
}
