using GymSharp.Learning.Networks;
using GymSharp.Neural;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>The loss of proximal policy optimisation over a batch, shard by shard.</summary>
/// <remarks>
/// <c>L = −mean min(r A, clip(r, 1−ε, 1+ε) A) + c_v mean (V − R)² − c_e mean H</c> with <c>r = π(a|s) / π_old(a|s)</c>.
/// Schulman, Wolski, Dhariwal, Radford and Klimov (2017), "Proximal Policy Optimization Algorithms", equations 7 and 9.
/// With a value clip range, the critic's error is the larger of the plain one and that of the value clipped to the old
/// one's neighbourhood, as in OpenAI's ppo2.
/// </remarks>
/// <param name="network">The networks.</param>
/// <param name="options">Weight and clipping of the critic's part.</param>
public sealed class PpoLoss(ActorCriticNetwork network, PpoOptions options) : IShardLoss
{
    private readonly PpoTerms[] parts = new PpoTerms[ShardedGradients.MaxShards];

    /// <summary>What was collected; advantages as they are to be used.</summary>
    public RolloutSamples? Samples { get; set; }

    /// <summary>ε at this time.</summary>
    public double ClipRange { get; set; }

    /// <summary>c_e at this time: weight of the entropy.</summary>
    public double EntropyCoefficient { get; set; }

    /// <inheritdoc/>
    public Tensor Evaluate(Tape tape, in Shard shard)
    {
        ArgumentNullException.ThrowIfNull(tape);
        RolloutSamples rows = Samples
            ?? throw new InvalidOperationException("Say which samples the loss is about: set Samples.");
        int size = rows.ObservationSize;
        int masks = rows.MaskLength;
        Tensor observations = tape.Input(
            rows.Observations.Slice(shard.First * size, shard.Count * size), new Shape(shard.Count, size));
        ActorCriticOutput output = network.Forward(
            observations, rows.Masks.Slice(shard.First * masks, shard.Count * masks));
        (Tensor logProbability, Tensor entropies) = network.Distribution.Evaluate(
            output.Policy, rows.Actions.Slice(shard.First * rows.ActionSize, shard.Count * rows.ActionSize));

        Tensor ratio = (logProbability - tape.Input(shard.Of(rows.LogProbabilities))).Exp();
        Tensor advantages = tape.Input(shard.Of(rows.Advantages));
        Tensor clipped = ratio.Clamp((float)(1 - ClipRange), (float)(1 + ClipRange));
        Tensor gain = (ratio * advantages).Minimum(clipped * advantages).Sum();

        Tensor returns = tape.Input(shard.Of(rows.Returns));
        Tensor errors = (output.Values - returns).Square();
        if (options.ValueClipRange is { } range)
        {
            Tensor old = tape.Input(shard.Of(rows.Values));
            Tensor near = old + (output.Values - old).Clamp(-(float)range, (float)range);
            errors = errors.Maximum((near - returns).Square());
        }

        Tensor error = errors.Sum();
        Tensor entropy = entropies.Sum();
        parts[shard.Index] = new(
            -gain.Item, error.Item, entropy.Item, PpoTerms.Divergence(ratio.Values),
            PpoTerms.Outside(ratio.Values, ClipRange));
        Tensor total = (error * (float)options.ValueCoefficient) - gain;
        if (EntropyCoefficient != 0)
        {
            total -= entropy * (float)EntropyCoefficient;
        }

        return total * (1f / shard.BatchRows);
    }

    /// <summary>The parts of the loss of the last batch.</summary>
    public PpoTerms Terms()
    {
        int rows = Samples?.Count ?? 0;
        PpoTerms sum = default;
        for (int i = 0; i < ShardedGradients.ShardsOf(Math.Max(1, rows)); i++)
        {
            sum += parts[i];
        }

        return sum / Math.Max(1, rows);
    }
}
