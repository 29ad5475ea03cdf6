using GymSharp.State;

namespace GymSharp.Environments.ToyText.Tests;

public sealed class StateTests
{
    public static TheoryData<string> Names => ToyTextCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_restored_environment_goes_on_as_the_saved_one(string name)
    {
        using Env env = ToyTextCases.Create(name);
        using Env other = ToyTextCases.Create(name);
        env.ResetValue(5);
        env.ActionSpace.Seed(5);
        for (int round = 0; round < 20; round++)
        {
            ToyTextCases.Play(env, 7);
            byte[] saved = env.SaveState();
            env.ActionSpace.Seed((ulong)round);
            List<string> expected = ToyTextCases.Play(env, 50);
            byte[] after = env.SaveState();

            other.RestoreState(saved);
            other.ActionSpace.Seed((ulong)round);
            Assert.Equal(expected, ToyTextCases.Play(other, 50));
            Assert.Equal(after, other.SaveState());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_episodes(string name)
    {
        using Env first = ToyTextCases.Create(name);
        using Env second = ToyTextCases.Create(name);
        first.ResetValue(1);
        ToyTextCases.Play(first, 30);
        foreach (Env env in new[] { first, second })
        {
            env.ResetValue(99);
            env.ActionSpace.Seed(99);
        }

        Assert.Equal(ToyTextCases.Play(first, 300), ToyTextCases.Play(second, 300));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_states_are_refused_and_change_nothing(string name)
    {
        using Env env = ToyTextCases.Create(name);
        env.ResetValue(3);
        byte[] saved = env.SaveState();
        for (int at = 0; at < saved.Length; at++)
        {
            byte[] damaged = [.. saved];
            damaged[at] ^= 0x80;
            try
            {
                env.RestoreState(damaged);
            }
            catch (StateFormatException)
            {
                Assert.Equal(saved, env.SaveState());
            }

            ToyTextCases.Play(env, 3);
            env.RestoreState(saved);
        }

        Assert.Throws<StateFormatException>(() => env.RestoreState(saved.AsSpan(0, saved.Length - 1)));
        Assert.Throws<StateFormatException>(() => env.RestoreState([.. saved, 0]));
        Assert.Equal(saved, env.SaveState());
    }

    [Fact]
    public void A_state_that_does_not_exist_is_refused()
    {
        using FrozenLakeEnv small = new();
        using FrozenLakeEnv large = new(mapName: "8x8", isSlippery: false);
        large.Reset(0);
        Assert.All(Enumerable.Repeat(1, 3), action => large.Step(action));
        small.Reset(0);
        Assert.Throws<StateFormatException>(() => small.RestoreState(large.SaveState()));
        Assert.Equal(0, small.State);
    }
}
