using GymSharp.Learning;
using GymSharp.Randomness;

namespace FirstLoop;

/// <summary>
/// Remembers, for every state and action, the mean of the discounted returns that followed, and does what did best.
/// </summary>
internal sealed class ReturnAveragingAgent(int states, int actions, ulong seed)
{
    private const double Discount = 0.95;
    private const double Exploration = 0.2;
    private readonly double[,] mean = new double[states, actions];
    private readonly int[,] visits = new int[states, actions];
    private readonly Rng rng = new(seed);

    public int Act(int state, bool exploring)
    {
        if (exploring && rng.Random() < Exploration)
        {
            return (int)rng.Integers(0, actions);
        }

        // Among equally good actions any: at first all are.
        int best = (int)rng.Integers(0, actions);
        for (int action = 0; action < actions; action++)
        {
            best = mean[state, action] > mean[state, best] ? action : best;
        }

        return best;
    }

    public void Train(History<int, int> history)
    {
        foreach (var episode in history.Episodes())
        {
            double[] returns = DiscountedReturns.Compute([.. episode.Select(entry => entry.Reward)], Discount);
            for (int t = 0; t < returns.Length; t++)
            {
                (int state, int action) = (episode[t].Observation, episode[t].Action);
                visits[state, action]++;
                mean[state, action] += (returns[t] - mean[state, action]) / visits[state, action];
            }
        }
    }
}
