using System.Runtime.CompilerServices;
using GymSharp.Neural.Kernels.Vectors;

namespace GymSharp.Neural.Optimization;

/// <summary>One step of <see cref="Adam"/> and <see cref="AdamW"/> for some elements.</summary>
internal unsafe struct AdamUpdate : IUpdate
{
    public float* Values;
    public float* Gradients;
    public float* Mean;
    public float* Square;

    /// <summary>Factor of the gradient.</summary>
    public float Scale;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply<TLanes>(int index)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes value = TLanes.Load(Values + index);
        TLanes scaled = TLanes.Multiply(TLanes.All(Scale), TLanes.Load(Gradients + index));
        TLanes gradient = TLanes.MultiplyAdd(TLanes.All(Decay), value, scaled);
        TLanes mean = TLanes.Load(Mean + index);
        mean = Tiny.Flush(TLanes.MultiplyAdd(TLanes.All(meanChange), TLanes.Subtract(gradient, mean), mean));
        mean.Store(Mean + index);
        TLanes squared = TLanes.Multiply(TLanes.All(squareChange), TLanes.Multiply(gradient, gradient));
        TLanes square = Tiny.Flush(TLanes.MultiplyAdd(TLanes.All(squareKeep), TLanes.Load(Square + index), squared));
        square.Store(Square + index);
        TLanes root = TLanes.MultiplyAdd(TLanes.SquareRoot(square), TLanes.All(rootScale), TLanes.All(epsilon));
        TLanes step = TLanes.Multiply(TLanes.All(rate), TLanes.Divide(mean, root));
        TLanes.Subtract(TLanes.Multiply(value, TLanes.All(Keep)), step).Store(Values + index);
    }
}
