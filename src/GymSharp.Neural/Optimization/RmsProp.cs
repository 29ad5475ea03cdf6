using GymSharp.Neural.Simd;
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

    private protected override unsafe void Update(float* values, float* gradients)
    {
        bool inside = options.Form == RmsPropForm.TensorFlow;
        pass.Start(
            Team,
            new Division
            {
                Values = values,
                Gradients = gradients,
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

        public readonly void Apply<TSimd>(int index)
            where TSimd : struct, ISimd<TSimd>
        {
            TSimd value = TSimd.Load(Values + index);
            TSimd gradient = TSimd.Load(Gradients + index) + (TSimd.Create(WeightDecay) * value);
            TSimd square = TSimd.Create(Keep) * TSimd.Load(Square + index);
            square = Tiny.Flush(square + (TSimd.Create(Change) * (gradient * gradient)));
            square.Store(Square + index);
            if (Mean != null)
            {
                TSimd mean = TSimd.Load(Mean + index);
                mean = Tiny.Flush(mean + (TSimd.Create(Change) * (gradient - mean)));
                mean.Store(Mean + index);

                // Rounding can make the variance of a constant gradient slightly negative.
                square = TSimd.Max(square - (mean * mean), TSimd.Create(0));
            }

            TSimd root = TSimd.Sqrt(square + TSimd.Create(Inside)) + TSimd.Create(Outside);
            TSimd velocity = Tiny.Flush(
                (TSimd.Create(Momentum) * TSimd.Load(Velocity + index)) + (gradient / root));
            velocity.Store(Velocity + index);
            (value - (TSimd.Create(Rate) * velocity)).Store(Values + index);
        }
    }
}
