using GymSharp.Learning.Networks;
using GymSharp.Neural;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Products with the Fisher matrix of a policy, which is never formed.</summary>
/// <remarks>
/// The Fisher matrix is the second derivative of the mean KL divergence where new and old policy agree. A product with
/// it is a directional derivative of the first: <c>F v = (∇D(θ + hv) − ∇D(θ − hv)) / 2h</c>, in which all odd errors
/// cancel. Martens (2010), "Deep learning via Hessian-free optimization", section 4.2, takes such differences; here
/// they are central ones.
/// </remarks>
internal sealed class FisherProduct(ActorCriticNetwork network, Tape tape, double damping)
{
    // Length of the step: far above the rounding of float32, far below the distance over which policies curve.
    private const double StepLength = 0.02;

    private readonly float[] center = new float[network.Parameters.Length];

    /// <summary>Where the mean is taken.</summary>
    public RolloutSamples? Samples { get; set; }

    /// <summary>Writes <c>(F + damping) v</c>.</summary>
    public void Multiply(ReadOnlySpan<float> vector, Span<float> result)
    {
        double norm = Math.Sqrt(ConjugateGradient.Dot(vector, vector));
        result.Clear();
        if (norm == 0)
        {
            return;
        }

        double step = StepLength / norm;
        network.Parameters.Values.CopyTo(center);
        AddGradient(vector, step, 0.5 / step, result);
        AddGradient(vector, -step, -0.5 / step, result);
        center.CopyTo(network.Parameters.Values);
        network.Parameters.MarkChanged();
        ConjugateGradient.Add(result, damping, vector);
    }

    private void AddGradient(ReadOnlySpan<float> vector, double step, double factor, Span<float> result)
    {
        RolloutSamples samples = Samples!;
        Span<float> values = network.Parameters.Values;
        center.CopyTo(values);
        ConjugateGradient.Add(values, step, vector);
        network.Parameters.MarkChanged();

        tape.Clear();
        Tensor policy = network.Act(
            tape.Input(samples.Observations, new Shape(samples.Count, samples.ObservationSize)), samples.Masks).Policy;
        Tensor former = tape.Input(samples.Policies, new Shape(samples.Count, samples.PolicySize));
        tape.Gradients.Clear();
        tape.Backward(network.Distribution.Divergence(former, policy).Mean());
        ConjugateGradient.Add(result, factor, tape.Gradients.Values);
    }
}
