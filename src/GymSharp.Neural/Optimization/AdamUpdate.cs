using GymSharp.Neural.Simd;

namespace GymSharp.Neural.Optimization;

/// <summary>One step of <see cref="Adam"/> and <see cref="AdamW"/> for some elements.</summary>
internal unsafe struct AdamUpdate : IUpdate
{
    public float* Values;
    public float* Gradients;
    public float* Mean;
    public float* Square;

    /// <summary>Share of the parameter added to the gradient.</summary>
    public float Decay;

    /// <summary>Factor of the parameter before the step.</summary>
    public float Keep = 1;

    private readonly float meanChange;
    private readonly float squareKeep;
    private readonly float squareChange;
    private readonly float rate;
    private readonly float rootScale;
    private readonly float epsilon;

    /// <summary>Works out the numbers that are the same for all elements.</summary>
    /// <param name="options">The options.</param>
    /// <param name="learningRate">Step size.</param>
    /// <param name="steps">Number of steps, this one included.</param>
    public AdamUpdate(AdamOptions options, double learningRate, long steps)
    {
        meanChange = (float)(1 - options.Beta1);
        squareKeep = (float)options.Beta2;
        squareChange = (float)(1 - options.Beta2);
        rate = (float)(learningRate / (1 - Math.Pow(options.Beta1, steps)));
        rootScale = (float)(1 / Math.Sqrt(1 - Math.Pow(options.Beta2, steps)));
        epsilon = (float)options.Epsilon;
    }

    public static void Check(AdamOptions options)
    {
        OptionCheck.NotNegative(options.LearningRate);
        OptionCheck.Share(options.Beta1);
        OptionCheck.Share(options.Beta2);
        OptionCheck.Positive(options.Epsilon);
        OptionCheck.NotNegative(options.WeightDecay);
    }

    public readonly void Apply<TSimd>(int index)
        where TSimd : struct, ISimd<TSimd>
    {
        TSimd value = TSimd.Load(Values + index);
        TSimd gradient = TSimd.Load(Gradients + index) + (TSimd.Create(Decay) * value);
        TSimd mean = TSimd.Load(Mean + index);
        mean = Tiny.Flush(mean + (TSimd.Create(meanChange) * (gradient - mean)));
        mean.Store(Mean + index);
        TSimd square = TSimd.Load(Square + index) * TSimd.Create(squareKeep);
        square = Tiny.Flush(square + (TSimd.Create(squareChange) * (gradient * gradient)));
        square.Store(Square + index);
        TSimd root = (TSimd.Sqrt(square) * TSimd.Create(rootScale)) + TSimd.Create(epsilon);
        ((value * TSimd.Create(Keep)) - (TSimd.Create(rate) * (mean / root))).Store(Values + index);
    }
}
