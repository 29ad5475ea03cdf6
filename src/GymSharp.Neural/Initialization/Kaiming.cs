namespace GymSharp.Neural.Initialization;

/// <summary>
/// Weights with standard deviation <c>gain / √inputs</c>, which keeps the size of activations; biases zero. He et al.
/// (2015), "Delving Deep into Rectifiers".
/// </summary>
/// <param name="uniform">Uniform between ±√3 standard deviations, or normal.</param>
/// <param name="gain">√2 for ReLU, 1 for none, 5/3 for tanh.</param>
public sealed class Kaiming(bool uniform = true, double gain = 1.4142135623730951) : ScaledInitializer
{
    private protected override bool IsUniform => uniform;

    private protected override double Deviation(Fans fans) => gain / Math.Sqrt(fans.In);
}
