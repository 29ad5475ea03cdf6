namespace GymSharp.Learning.PolicyGradient;

public sealed class SequenceMemoryTests
{
    [Fact]
    public void Chosen_environments_keep_their_steps_their_starts_and_their_first_memories()
    {
        SequenceMemory memory = new(steps: 2, envs: 3, stateSize: 1);
        ((ReadOnlySpan<float>)[1, 2, 3]).CopyTo(memory.Actor);
        ((ReadOnlySpan<float>)[4, 5, 6]).CopyTo(memory.Critic);
        memory.Keep();
        memory.Actor.Clear();
        memory.Note(0);
        memory.End([false, true, false], [false, false, false]);
        memory.Note(1);
        Assert.Equal([2, 1, 5, 4], memory.Choose([2, 1]));
        Assert.Equal([3, 2], memory.ChosenActor);
        Assert.Equal([6, 5], memory.ChosenCritic);
        Assert.Equal([true, true, false, true], memory.ChosenStarts);
    }
}
