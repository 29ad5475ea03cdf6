using GymSharp.Learning.OffPolicy;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Randomness;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Tests.Replay;

public sealed class HindsightReplayTests
{
    private const int Length = 6;
    private static readonly (int AchievedAt, int DesiredAt) Layout = (0, 1);

    [Fact]
    public void Goals_come_from_the_rest_of_the_episode_with_their_rewards()
    {
        using LineEnv env = new();
        ReplayBuffer buffer = Filled(episodes: 5);
        HindsightReplay replay = new(buffer, env, Layout, goals: 4);
        TransitionBatch batch = new(2000, observationSize: 3);
        replay.Sample(batch, gamma: 0.9, new Rng(1));
        int changed = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            Span<float> before = batch.Observations.Slice(3 * i, 3);
            Span<float> after = batch.NextObservations.Slice(3 * i, 3);
            Assert.Equal(before[1], after[1]);
            Assert.Equal(before[2] + 1, after[2]);
            Assert.Equal(before[0] + 1, after[0]);
            Assert.Equal(0.9f, batch.Discounts[i]);
            Assert.Equal(after[0] == after[1] ? 0 : -1, batch.Rewards[i]);

            // Goals of their own are 1000 and above; those of hindsight lie ahead, in the same episode.
            if (before[1] < 1000)
            {
                changed++;
                int episode = (int)before[0] / 100;
                Assert.InRange(before[1], before[0] + 1, (100 * episode) + Length);
            }
            else
            {
                Assert.Equal(1000 + ((int)before[0] / 100), before[1]);
            }
        }

        Assert.InRange(changed, 0.76 * batch.Count, 0.84 * batch.Count);
    }

    [Fact]
    public void Every_later_goal_is_drawn()
    {
        using LineEnv env = new();
        HindsightReplay replay = new(Filled(episodes: 1), env, Layout, goals: 4);
        TransitionBatch batch = new(1000, observationSize: 3);
        replay.Sample(batch, gamma: 0.9, new Rng(2));
        HashSet<(float, float)> pairs = [];
        for (int i = 0; i < batch.Count; i++)
        {
            pairs.Add((batch.Observations[3 * i], batch.Observations[(3 * i) + 1]));
        }

        // Six transitions with one goal of their own, and 6 + 5 + … + 1 with those ahead.
        Assert.Equal(6 + 21, pairs.Count);
    }

    [Fact]
    public void What_terminated_keeps_its_goal_and_what_reaches_it_may_terminate()
    {
        using LineEnv env = new() { Ends = true };
        ReplayBuffer buffer = new(new ReplayLayout { Capacity = 100, Envs = 1, ObservationSize = 3 });
        buffer.Start(0, [0, 2, 0]);
        buffer.Add(0, [0], new StepOutcome(-1, Terminated: false, Truncated: false), [1, 2, 1]);
        buffer.Add(0, [0], new StepOutcome(0, Terminated: true, Truncated: false), [2, 2, 2]);
        HindsightReplay replay = new(buffer, env, Layout, goals: 1000);
        TransitionBatch batch = new(200, observationSize: 3);
        replay.Sample(batch, gamma: 0.9, new Rng(3));
        for (int i = 0; i < batch.Count; i++)
        {
            bool isLast = batch.Observations[3 * i] == 1;
            float goal = batch.Observations[(3 * i) + 1];
            Assert.True(isLast ? goal == 2 : goal is 1 or 2);
            Assert.Equal(isLast || goal == 1 ? 0 : 0.9f, batch.Discounts[i]);
        }
    }

    [Fact]
    public void The_newest_transition_ends_what_lies_ahead()
    {
        using LineEnv env = new();
        ReplayBuffer buffer = new(new ReplayLayout { Capacity = 8, Envs = 1, ObservationSize = 3 });
        buffer.Start(0, [0, 1000, 0]);
        for (int i = 0; i < 29; i++)
        {
            buffer.Add(0, [0], new StepOutcome(-1, Terminated: false, Truncated: false), [i + 1, 1000, i + 1]);
        }

        HindsightReplay replay = new(buffer, env, Layout, goals: 4);
        TransitionBatch batch = new(500, observationSize: 3);
        replay.Sample(batch, gamma: 0.9, new Rng(4));
        for (int i = 0; i < batch.Count; i++)
        {
            float goal = batch.Observations[(3 * i) + 1];
            Assert.True(goal == 1000 || (goal > batch.Observations[3 * i] && goal <= 29), $"{goal}");
        }
    }

    [Fact]
    public void An_environment_without_goals_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Sac(
            new TrainingEnv(Gym.MakeVec("Pendulum-v1", 1, new MakeVecOptions { Autoreset = AutoresetMode.SameStep })),
            new SacOptions { NSampledGoal = 4 },
            new LearnerSetup(1, 100)));
        Assert.Contains("n_sampled_goal", error.Message, StringComparison.Ordinal);
    }

    // Episode e counts from 100 e on; its goal is 1000 + e, which it never reaches.
    private static ReplayBuffer Filled(int episodes)
    {
        ReplayBuffer buffer = new(new ReplayLayout { Capacity = 100, Envs = 1, ObservationSize = 3 });
        for (int episode = 0; episode < episodes; episode++)
        {
            float start = 100 * episode;
            float goal = 1000 + episode;
            buffer.Start(0, [start, goal, 0]);
            for (int i = 1; i <= Length; i++)
            {
                buffer.Add(
                    0, [0], new StepOutcome(-1, Terminated: false, Truncated: i == Length), [start + i, goal, i]);
            }
        }

        return buffer;
    }

    // Only its rewards are asked for.
    private sealed class LineEnv : Env<DictValue, float[]>, IGoalEnv
    {
        public bool Ends { get; init; }

        public int GoalLength => 1;

        public override Space<DictValue> ObservationSpace => throw new NotSupportedException();

        public override Space<float[]> ActionSpace => throw new NotSupportedException();

        public double ComputeReward(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
            achieved[0] == desired[0] ? 0 : -1;

        public bool ComputeTerminated(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) =>
            Ends && achieved[0] == desired[0];

        public bool IsSuccess(ReadOnlySpan<double> achieved, ReadOnlySpan<double> desired) => achieved[0] == desired[0];

        protected override (DictValue Observation, Info Info) OnReset(ulong? seed, ResetOptions options) =>
            throw new NotSupportedException();

        protected override Step<DictValue> OnStep(float[] action, DictValue? reuse) => throw new NotSupportedException();

        protected override void SyncState(StateSync sync) => throw new NotSupportedException();
    }
}
