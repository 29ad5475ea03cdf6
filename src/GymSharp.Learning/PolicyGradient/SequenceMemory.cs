using GymSharp.State;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>
/// What actor and critic of every environment remember, now and at the beginning of the collected steps, and where
/// episodes began meanwhile.
/// </summary>
internal sealed class SequenceMemory
{
    private readonly int steps;
    private readonly int stateSize;
    private readonly float[] actor;
    private readonly float[] critic;
    private readonly bool[] starts;
    private readonly float[] firstActor;
    private readonly float[] firstCritic;
    private readonly bool[] allStarts;
    private readonly float[] chosenActor;
    private readonly float[] chosenCritic;
    private readonly bool[] chosenStarts;
    private readonly int[] rows;
    private int chosen;

    /// <summary>Makes a memory of nothing; every environment begins an episode.</summary>
    public SequenceMemory(int steps, int envs, int stateSize)
    {
        this.steps = steps;
        this.stateSize = stateSize;
        actor = new float[envs * stateSize];
        critic = new float[envs * stateSize];
        firstActor = new float[envs * stateSize];
        firstCritic = new float[envs * stateSize];
        chosenActor = new float[envs * stateSize];
        chosenCritic = new float[envs * stateSize];
        starts = new bool[envs];
        allStarts = new bool[steps * envs];
        chosenStarts = new bool[steps * envs];
        rows = new int[steps * envs];
        starts.AsSpan().Fill(true);
    }

    /// <summary>What the actor remembers, [envs, state].</summary>
    public Span<float> Actor => actor;

    /// <summary>What the critic remembers, [envs, state].</summary>
    public Span<float> Critic => critic;

    /// <summary>Which environments begin an episode now.</summary>
    public ReadOnlySpan<bool> Starts => starts;

    /// <summary>What the actor of the chosen environments remembered at first.</summary>
    public ReadOnlySpan<float> ChosenActor => chosenActor.AsSpan(0, chosen * stateSize);

    /// <summary>What the critic of the chosen environments remembered at first.</summary>
    public ReadOnlySpan<float> ChosenCritic => chosenCritic.AsSpan(0, chosen * stateSize);

    /// <summary>Where episodes began in the chosen environments, [steps × chosen].</summary>
    public ReadOnlySpan<bool> ChosenStarts => chosenStarts.AsSpan(0, chosen * steps);

    /// <summary>Collecting begins: keeps what is remembered now.</summary>
    public void Keep()
    {
        actor.CopyTo(firstActor, 0);
        critic.CopyTo(firstCritic, 0);
    }

    /// <summary>Notes which environments begin an episode in a step.</summary>
    public void Note(int step) => starts.CopyTo(allStarts, step * starts.Length);

    /// <summary>Notes which episodes a step has ended.</summary>
    public void End(ReadOnlySpan<bool> terminated, ReadOnlySpan<bool> truncated)
    {
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = terminated[i] || truncated[i];
        }
    }

    /// <summary>
    /// Chooses environments, and gives the rows of their steps: all first steps, then all second ones, …
    /// </summary>
    public ReadOnlySpan<int> Choose(ReadOnlySpan<int> envs)
    {
        chosen = envs.Length;
        for (int i = 0; i < chosen; i++)
        {
            firstActor.AsSpan(envs[i] * stateSize, stateSize).CopyTo(chosenActor.AsSpan(i * stateSize));
            firstCritic.AsSpan(envs[i] * stateSize, stateSize).CopyTo(chosenCritic.AsSpan(i * stateSize));
        }

        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < chosen; i++)
            {
                int row = (t * starts.Length) + envs[i];
                rows[(t * chosen) + i] = row;
                chosenStarts[(t * chosen) + i] = allStarts[row];
            }
        }

        return rows.AsSpan(0, steps * chosen);
    }

    /// <summary>Reads or writes what is remembered now.</summary>
    public void SyncState(StateSync sync)
    {
        sync.Sync(actor.AsSpan());
        sync.Sync(critic.AsSpan());
        sync.Sync(starts.AsSpan());
    }
}
