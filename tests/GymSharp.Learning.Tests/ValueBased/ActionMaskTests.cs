using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Vector;
using GymSharp.Wrappers;

namespace GymSharp.Learning.ValueBased;

/// <summary>What an environment forbids is neither done, nor explored, nor expected.</summary>
public sealed class ActionMaskTests
{
    private const float Gamma = 0.5f;

    // Without hidden layers the network is a table; the bias of the forbidden action makes it look best everywhere.
    private static readonly DqnOptions Table = new()
    {
        Hidden = [],
        Gamma = Gamma,
        LearningRate = 0.05,
        BatchSize = 16,
        BufferSize = 400,
        LearningStarts = 50,
        TargetUpdateInterval = 20,
        ExplorationFraction = 0.5,
        ExplorationFinal = 0.3,
    };

    public static TheoryData<string, ValueOptions> Kinds => new()
    {
        { "dqn", Table },
        { "double", Table with { Double = true, Envs = 3 } },
        { "prioritized", Table with { Prioritized = true } },
        { "two steps", Table with { NStep = 2 } },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_value_of_a_forbidden_action_is_never_used(string name, ValueOptions options)
    {
        Assert.NotEmpty(name);
        using Dqn learner = Make(options, limit: null);
        ValueLearners.Train(learner, 3000);
        float[] first = learner.Graph.Compute([1, 0]);
        Assert.Equal(Gamma, first[0], 0.02f);
        Assert.Equal(0, first[2], 0.02f);
        Assert.Equal(1, learner.Graph.Compute([0, 1])[0], 0.02f);
        Assert.InRange(first[1], 50, 150);
        using Env env = Gym.Make(FenceEnv.Registration());
        Assert.Equal(new EpisodeResult(1, 2), learner.Agent.On(env).PlayEpisode(1));
    }

    [Fact]
    public void Where_an_episode_was_cut_off_its_last_mask_counts()
    {
        // The second place is seen only when the episode is over, and its value never learned: what it was at first.
        using Dqn learner = Make(Table, limit: 1);
        ValueLearners.Train(learner, 3000);
        Assert.Equal(Gamma * learner.Graph.Compute([0, 1])[0], learner.Graph.Compute([1, 0])[0], 0.05f);
    }

    [Fact]
    public void Without_masks_the_learner_walks_into_the_fence()
    {
        using Dqn learner = Make(Table with { ActionMasks = false }, limit: null);
        Assert.Contains(
            "is forbidden in place",
            Assert.ThrowsAny<Exception>(() => ValueLearners.Train(learner, 3000)).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Munchausen_refuses_masks_and_does_without()
    {
        using Dqn learner = Make(Table with { Munchausen = 0.9 }, limit: null);
        Assert.Contains(
            "Set munchausen=0, or action_masks=false",
            Assert.Throws<InvalidOperationException>(() => ValueLearners.Train(learner, 3000)).Message,
            StringComparison.Ordinal);
        using Dqn taxi = ValueLearners.Make("Taxi-v4", Table with { Munchausen = 0.9, ActionMasks = false }, 1, 900);
        Assert.True(ValueLearners.Train(taxi, 900).Steps >= 900);
    }

    [Fact]
    public void A_restored_learner_goes_on_with_its_masks()
    {
        using Dqn learner = Make(Table, limit: null);
        ValueLearners.Train(learner, 500);
        byte[] saved = ValueLearners.Saved(learner);
        ValueLearners.Train(learner, 1000);
        using Dqn twin = Make(Table, limit: null);
        ValueLearners.Restore(twin, saved);
        ValueLearners.Train(twin, 1000);
        Assert.Equal(ValueLearners.Saved(learner), ValueLearners.Saved(twin));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void On_Taxi_nothing_is_done_that_masks_forbid(bool usesMasks)
    {
        List<bool> isAllowed = [];
        TrainingEnv envs = Envs(
            new EnvSpec("WatchedTaxi-v0", _ => new MaskWatch((Env<int, int>)Gym.Make("Taxi-v4"), isAllowed)), 1);
        DqnOptions options = Table with { Hidden = [8], ActionMasks = usesMasks };
        using Dqn learner = new(envs, options, new LearnerSetup(1, 900) { Threads = 1 });
        long steps = ValueLearners.Train(learner, 900).Steps;
        Assert.True(steps >= 900);
        Assert.Equal(steps, isAllowed.Count);
        Assert.Equal(usesMasks, isAllowed.TrueForAll(allowed => allowed));
    }

    [Fact]
    public void Exploration_draws_allowed_actions_alike_and_as_ever_where_all_are()
    {
        Rng rng = new(5);
        int[] counts = new int[4];
        for (int i = 0; i < 4000; i++)
        {
            counts[ActionMask.Draw([false, true, false, true], 4, rng)]++;
        }

        Assert.Equal(0, counts[0] + counts[2]);
        Assert.InRange(counts[1], 1850, 2150);
        Rng plain = new(6);
        Rng free = new(6);
        Rng none = new(6);
        for (int i = 0; i < 20; i++)
        {
            int expected = (int)plain.Integers(0, 3);
            Assert.Equal(expected, ActionMask.Draw([], 3, free));
            Assert.Equal(expected, ActionMask.Draw([false, false, false], 3, none));
        }
    }

    [Fact]
    public void The_buffer_gives_the_masks_of_what_follows()
    {
        ReplayBuffer buffer = new(new ReplayLayout { Capacity = 10, ObservationSize = 1 });
        buffer.KeepMasks(2);
        buffer.Start(0, [1], [true, true]);
        buffer.Add(0, [0], new(1, false, false), [2], [false, true]);
        buffer.Add(0, [0], new(1, false, false), [3], [true, false]);
        TransitionBatch batch = new(2, 1, maskSize: 2);
        buffer.Read(0, new ReplayWindow(1, 1), batch, 0);
        buffer.Read(0, new ReplayWindow(1, 2), batch, 1);
        Assert.Equal([false, true, true, false], batch.NextMasks.ToArray());
        Assert.Contains(
            "2 entries, got 0",
            Assert.Throws<ArgumentException>(() => buffer.Start(0, [1])).Message,
            StringComparison.Ordinal);
    }

    private static Dqn Make(ValueOptions options, int? limit)
    {
        Dqn learner = new(Envs(FenceEnv.Registration(limit), options.Envs), options, new LearnerSetup(2, 3000) { Threads = 1 });
        Parameter bias = learner.Parameters.Parameters.Single(parameter => parameter.Name.EndsWith("bias", StringComparison.Ordinal));
        bias.In(learner.Parameters)[1] = 100;
        learner.Parameters.MarkChanged();
        return learner;
    }

    private static TrainingEnv Envs(EnvSpec spec, int count) => new(Gym.MakeVec(
        spec, count, new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));

    // Notes of each action whether the mask before it allowed it.
    private sealed class MaskWatch(Env<int, int> env, List<bool> isAllowed) : Wrapper<int, int>(env)
    {
        private readonly bool[] mask = new bool[6];

        protected override (int Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (int observation, Info info) = base.OnReset(seed, options);
            ActionMask.Read(info, mask);
            return (observation, info);
        }

        protected override Step<int> OnStep(int action, int reuse)
        {
            isAllowed.Add(mask[action]);
            Step<int> step = base.OnStep(action, reuse);
            ActionMask.Read(step.Info, mask);
            return step;
        }
    }
}
