using GymSharp.Learning.Networks;
using GymSharp.Neural;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>The loss of proximal policy optimisation; a function of networks and samples that changes neither.</summary>
/// <remarks>
/// <c>L = −mean min(r A, clip(r, 1−ε, 1+ε) A) + c_v mean (V − R)² − c_e mean H</c> with <c>r = π(a|s) / π_old(a|s)</c>.
/// Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal Policy Optimization Algorithms", equations 7 and 9.
/// With a value clip range, the critic's error is the larger of the plain one and that of the value clipped to the old
/// one's neighbourhood, as in OpenAI's ppo2.
/// </remarks>
public static class PpoLoss
{
    /// <summary>Computes the loss.</summary>
    /// <param name="network">The networks.</param>
    /// <param name="tape">A tape of their parameters, cleared.</param>
    /// <param name="samples">What was collected; advantages as they are to be used.</param>
    /// <param name="options">Weights of the parts.</param>
    /// <param name="clipRange">ε at this time.</param>
    public static PpoTerms Evaluate(
        ActorCriticNetwork network, Tape tape, RolloutSamples samples, PpoOptions options, double clipRange)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(options);
        Tensor observations = tape.Input(samples.Observations, new Shape(samples.Count, samples.ObservationSize));
        ActorCriticOutput output = network.Forward(observations, samples.Masks);
        (Tensor logProbability, Tensor entropies) = network.Distribution.Evaluate(output.Policy, samples.Actions);

        Tensor ratio = (logProbability - tape.Input(samples.LogProbabilities)).Exp();
        Tensor advantages = tape.Input(samples.Advantages);
        Tensor clipped = ratio.Clamp((float)(1 - clipRange), (float)(1 + clipRange));
        Tensor policy = -(ratio * advantages).Minimum(clipped * advantages).Mean();

        Tensor returns = tape.Input(samples.Returns);
        Tensor errors = (output.Values - returns).Square();
        if (options.ValueClipRange is { } range)
        {
            Tensor old = tape.Input(samples.Values);
            Tensor near = old + (output.Values - old).Clamp(-(float)range, (float)range);
            errors = errors.Maximum((near - returns).Square());
        }

        Tensor value = errors.Mean();
        Tensor entropy = entropies.Mean();
        Tensor total = policy + (value * (float)options.ValueCoefficient) - (entropy * (float)options.EntropyCoefficient);
        return new(total, policy, value, entropy, ratio);
    }
}
