namespace GymSharp.Neural.Initialization;

/// <summary>
/// Weights with standard deviation <c>gain · √(2 / (inputs + outputs))</c>; biases zero. Glorot and Bengio (2010),
/// "Understanding the difficulty of training deep feedforward neural networks".
/// </summary>
/// <param name="uniform">Uniform between ±√3 standard deviations, or normal.</param>
/// <param name="gain">√2 for ReLU, 1 for none, 5/3 for tanh.</param>
public sealed class Xavier(bool uniform = true, double gain = 1) : ScaledInitializer
{
    private protected override bool IsUniform => uniform;

    private protected override double Deviation(Fans fans) => gain * Math.Sqrt(2.0 / (fans.In + fans.Out));
}
