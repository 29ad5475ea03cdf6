namespace GymSharp.Learning.Replay;

/// <summary>What a replay buffer should do, written with lists: the model that the real one is tested against.</summary>
internal sealed class NaiveReplay(int capacity, int envs)
{
    private readonly List<Entry>[] entries = [.. Enumerable.Range(0, envs).Select(_ => new List<Entry>())];
    private readonly int[] used = new int[envs];

    public int Count => entries.Sum(lane => lane.Count);

    /// <summary>All transitions that are to be found, each as its row of numbers.</summary>
    public IEnumerable<(int Env, Entry Entry)> All =>
        entries.SelectMany((lane, env) => lane.Select(entry => (env, entry)));

    public void Add(int env, float observation, float action, StepOutcome outcome, float next)
    {
        entries[env].Add(new(used[env], observation, action, outcome, next));
        used[env] += outcome is { Truncated: true, Terminated: false } ? 2 : 1;
        entries[env].RemoveAll(entry => entry.Place < used[env] - (capacity / envs));
    }

    /// <summary>Discounted rewards, discount and observation at the end of the window that begins at an entry.</summary>
    public (float Reward, float Discount, float? Next) Window(int env, Entry first, ReplayWindow window)
    {
        double sum = 0;
        double discount = 1;
        float next = first.Next;
        int start = entries[env].IndexOf(first);
        foreach (Entry entry in entries[env].Skip(start).Take(window.Steps))
        {
            sum += discount * entry.Outcome.Reward;
            discount *= window.Gamma;
            next = entry.Next;
            if (entry.Outcome.Terminated)
            {
                return ((float)sum, 0, null);
            }

            if (entry.Outcome.Truncated)
            {
                break;
            }
        }

        return ((float)sum, (float)discount, next);
    }

    internal sealed record Entry(int Place, float Observation, float Action, StepOutcome Outcome, float Next);
}
