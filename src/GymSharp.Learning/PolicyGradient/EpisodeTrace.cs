using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>The steps of an episode under way; memory grows as needed and is kept.</summary>
internal sealed class EpisodeTrace(int observationSize, int actionSize, int maskLength)
{
    private float[] observations = new float[64 * observationSize];
    private float[] actions = new float[64 * actionSize];
    private bool[] masks = new bool[64 * maskLength];
    private float[] rewards = new float[64];
    private int count;

    /// <summary>Number of steps.</summary>
    public int Count => count;

    /// <summary>Rewards, one per step.</summary>
    public ReadOnlySpan<float> Rewards => rewards.AsSpan(0, count);

    /// <summary>Notes what the agent saw and did.</summary>
    public void Add(ReadOnlySpan<float> observation, ReadOnlySpan<float> action, ReadOnlySpan<bool> mask)
    {
        if (count == rewards.Length)
        {
            Grow(2 * count);
        }

        observation.CopyTo(observations.AsSpan(count * observationSize));
        action.CopyTo(actions.AsSpan(count * actionSize));
        mask.CopyTo(masks.AsSpan(count * maskLength));
        count++;
    }

    /// <summary>Notes what it got for the last step.</summary>
    public void Reward(float reward) => rewards[count - 1] = reward;

    /// <summary>Writes the steps and the discounted sums of what followed, and begins anew.</summary>
    /// <param name="samples">Receives observations, actions, masks and returns.</param>
    /// <param name="first">The first row to write.</param>
    /// <param name="gamma">Discount.</param>
    public void MoveTo(RolloutSamples samples, int first, double gamma)
    {
        observations.AsSpan(0, count * observationSize).CopyTo(samples.Observations[(first * observationSize)..]);
        actions.AsSpan(0, count * actionSize).CopyTo(samples.Actions[(first * actionSize)..]);
        masks.AsSpan(0, count * maskLength).CopyTo(samples.Masks[(first * maskLength)..]);
        double sum = 0;
        for (int t = count - 1; t >= 0; t--)
        {
            sum = rewards[t] + (gamma * sum);
            samples.Returns[first + t] = (float)sum;
        }

        count = 0;
    }

    /// <summary>Reads or writes the steps.</summary>
    public void SyncState(StateSync sync)
    {
        int length = sync.SyncLength(count, sizeof(float));
        if (length > rewards.Length)
        {
            Grow(length);
        }

        count = length;
        sync.Sync(observations.AsSpan(0, count * observationSize));
        sync.Sync(actions.AsSpan(0, count * actionSize));
        sync.Sync(masks.AsSpan(0, count * maskLength));
        sync.Sync(rewards.AsSpan(0, count));
    }

    private void Grow(int steps)
    {
        Array.Resize(ref observations, steps * observationSize);
        Array.Resize(ref actions, steps * actionSize);
        Array.Resize(ref masks, steps * maskLength);
        Array.Resize(ref rewards, steps);
    }
}
