using GymSharp.Spaces;

namespace GymSharp.Learning.ValueBased;

/// <summary>Brings the numbers of a Box from their bounds to -1 … 1.</summary>
internal sealed class ObservationScale
{
    // Bounds this large stand for none, as those of velocities in CartPole-v1 do.
    private const double Endless = 1e6;

    private ObservationScale(float[] middle, float[] factor)
    {
        Middle = middle;
        Factor = factor;
    }

    /// <summary>What is taken away; 0 where there is no bound.</summary>
    public float[] Middle { get; }

    /// <summary>What the difference is multiplied by; 1 where there is no bound.</summary>
    public float[] Factor { get; }

    /// <summary>The scale of a space, or null where it is no Box of floating-point numbers.</summary>
    public static ObservationScale? Of(Space space) => space switch
    {
        Box<float> box => Of([.. box.Low.Select(bound => (double)bound)], [.. box.High.Select(bound => (double)bound)]),
        Box<double> box => Of([.. box.Low], [.. box.High]),
        _ => null,
    };

    private static ObservationScale Of(double[] low, double[] high)
    {
        float[] middle = new float[low.Length];
        float[] factor = new float[low.Length];
        for (int i = 0; i < low.Length; i++)
        {
            bool isBounded = low[i] > -Endless && high[i] < Endless && high[i] > low[i];
            middle[i] = isBounded ? (float)((low[i] + high[i]) / 2) : 0;
            factor[i] = isBounded ? (float)(2 / (high[i] - low[i])) : 1;
        }

        return new(middle, factor);
    }
}
