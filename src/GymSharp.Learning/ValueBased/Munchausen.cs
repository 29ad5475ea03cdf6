using GymSharp.Learning.Replay;
using GymSharp.Neural;
using GymSharp.Neural.Threading;

namespace GymSharp.Learning.ValueBased;

/// <summary>
/// Targets of Munchausen DQN: what a softmax over the target network's values thinks of the action taken is added to
/// its reward; Vieillard et al. (2020), "Munchausen reinforcement learning".
/// </summary>
/// <remarks>
/// With <c>π = softmax(Q⁻/τ)</c>: <c>y = R + α max(τ ln π(a|s), −1) + γ τ ln Σ_b exp(Q⁻(s',b)/τ)</c>. The bonus makes
/// the gap between the best action and the others <c>1/(1 − α)</c> times as wide, so that the network's errors change
/// the choice less. Of returns over several steps the first action has the bonus.
/// </remarks>
internal sealed class Munchausen : IDisposable
{
    private const double LeastBonus = -1;

    private readonly double scale;
    private readonly double temperature;
    private readonly ShardedForward judge;
    private readonly Func<Tape, Shard, Tensor> judgeTaken;
    private TransitionBatch? transitions;
    private float[] rewards = [];

    /// <summary>Prepares.</summary>
    /// <param name="options">α and τ.</param>
    /// <param name="network">The network.</param>
    /// <param name="target">Weights of the target network.</param>
    /// <param name="team">Threads.</param>
    public Munchausen(DqnOptions options, QNetwork network, ParameterSet target, ComputeTeam team)
    {
        scale = options.Munchausen;
        temperature = options.MunchausenTemperature;
        judge = new ShardedForward(target, team);
        judgeTaken = (tape, rows) =>
        {
            ReadOnlySpan<float> observations = transitions!.Observations;
            int size = observations.Length / transitions.Count;
            return network.Forward(tape, observations.Slice(rows.First * size, rows.Count * size));
        };
    }

    /// <summary>Adds the bonus of the first action to the rewards of transitions.</summary>
    /// <param name="batch">The transitions, whose targets are asked for next.</param>
    public void Judge(TransitionBatch batch)
    {
        transitions = batch;
        ReadOnlySpan<float> values = judge.Run(batch.Count, judgeTaken);
        int actions = values.Length / batch.Count;
        Array.Resize(ref rewards, batch.Count);
        for (int i = 0; i < rewards.Length; i++)
        {
            ReadOnlySpan<float> row = values.Slice(i * actions, actions);
            double bonus = Math.Clamp(row[(int)batch.Actions[i]] - SoftMaximum(row), LeastBonus, 0);
            rewards[i] = batch.Rewards[i] + (float)(scale * bonus);
        }
    }

    /// <summary>What the value of an action should have been.</summary>
    /// <param name="row">Number of the transition.</param>
    /// <param name="next">[actions], the target network's values of the next observation.</param>
    public float Target(int row, ReadOnlySpan<float> next) =>
        rewards[row] + (transitions!.Discounts[row] * (float)SoftMaximum(next));

    /// <summary>Says that it has no answer where some actions are forbidden.</summary>
    /// <param name="maskLength">Length of the environment's action masks, 0 where there are none.</param>
    /// <exception cref="InvalidOperationException">There are masks.</exception>
    public void RefuseMasks(int maskLength)
    {
        if (maskLength > 0)
        {
            throw new InvalidOperationException(
                $"Munchausen DQN, munchausen={scale}, compares an action with all others, and the environment's "
                + "action_mask forbids some of them. Set munchausen=0, or action_masks=false.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => judge.Dispose();

    // τ ln Σ exp(Q/τ), also the mean of Q − τ ln π over π.
    private double SoftMaximum(ReadOnlySpan<float> values)
    {
        double largest = values[0];
        foreach (float value in values)
        {
            largest = Math.Max(largest, value);
        }

        double sum = 0;
        foreach (float value in values)
        {
            sum += Math.Exp((value - largest) / temperature);
        }

        return largest + (temperature * Math.Log(sum));
    }
}
