using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.Views;

public sealed class TrainingEnvTests
{
    [Fact]
    public void Rows_rewards_and_ends_are_those_of_the_batch()
    {
        using TrainingEnv view = new(Make("CartPole-v1", 3));
        using VectorEnv<float, int> envs = (VectorEnv<float, int>)Make("CartPole-v1", 3);
        StepBatch<float> batch = envs.CreateBatch();
        view.Reset(5);
        envs.Reset(batch.Observations, 5);
        Assert.Equal(batch.Observations, view.Observations);
        double sum = 0;
        double ended = 0;
        int episodes = 0;
        for (int step = 0; step < 200; step++)
        {
            int[] actions = [step % 2, step % 3 == 0 ? 1 : 0, 1];
            view.Step(Array.ConvertAll(actions, action => (float)action));
            envs.Step(actions, batch);
            sum += 3;
            Assert.Equal(batch.Observations, view.Observations);
            Assert.Equal(batch.Terminated, view.Terminated);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(batch.Rewards[i], view.Rewards[i]);
                if (batch.DoneAt(i))
                {
                    episodes++;
                    Assert.Equal(batch.FinalObservationAt(i), view.FinalObservations.Slice(4 * i, 4));
                    Assert.False(
                        view.Observations.Slice(4 * i, 4).SequenceEqual(view.FinalObservations.Slice(4 * i, 4)));
                }
            }
        }

        Assert.Equal(sum, view.Steps);
        Assert.Equal(episodes, view.Episodes);
        LearningReport report = view.Report([]);
        ended = report.EpisodeReturn!.Value * episodes;
        Assert.InRange(ended, 1, sum);
        Assert.Equal(report.EpisodeReturn, report.EpisodeLength);
        Assert.Null(view.Report([]).EpisodeReturn);
    }

    [Theory]
    [InlineData("CartPole-v1", false)]
    [InlineData("CartPole-v1", true)]
    [InlineData("Pendulum-v1", true)]
    [InlineData("MinAtar/Breakout-v1", false)]
    public void A_step_allocates_nothing(string id, bool normalize)
    {
        using TrainingEnv view = new(Make(id, 4));
        if (normalize)
        {
            view.Normalize(0.99);
        }

        view.Reset(1);
        float[] actions = new float[4 * view.ActionSize];
        Play();
        Assert.Equal(0, Allocations.Of(Play));

        void Play()
        {
            for (int step = 0; step < 300; step++)
            {
                view.Step(actions);
            }
        }
    }

    [Fact]
    public void A_saved_view_goes_on_as_if_undisturbed()
    {
        using TrainingEnv first = new(Make("Pendulum-v1", 2));
        using TrainingEnv second = new(Make("Pendulum-v1", 2));
        first.Normalize(0.9);
        second.Normalize(0.9);
        first.Start(3);
        for (int step = 0; step < 150; step++)
        {
            first.Step([1, -1]);
        }

        StateSync writing = StateSync.ForWriting();
        first.SyncState(writing);
        second.SyncState(StateSync.ForReading(writing.ToArray()));
        second.Start(99);
        Assert.Equal(first.Observations, second.Observations);
        for (int step = 0; step < 100; step++)
        {
            first.Step([0, 0.5f]);
            second.Step([0, 0.5f]);
            Assert.Equal(first.Observations, second.Observations);
            Assert.Equal(first.Rewards, second.Rewards);
        }

        Assert.Equal(first.Steps, second.Steps);
        Assert.Equal(first.Report([]).EpisodeReturn, second.Report([]).EpisodeReturn);
    }

    [Fact]
    public void Box_actions_are_clipped_to_the_bounds()
    {
        using TrainingEnv one = new(Make("Pendulum-v1", 1));
        using TrainingEnv two = new(Make("Pendulum-v1", 1));
        one.Reset(1);
        two.Reset(1);
        one.Step([2]);
        two.Step([50]);
        Assert.Equal(one.Observations, two.Observations);
        two.Step([-50]);
        one.Step([-1]);
        Assert.False(one.Observations.SequenceEqual(two.Observations));
    }

    [Fact]
    public void Masks_of_infos_follow_the_present_state()
    {
        using TrainingEnv view = new(Make("Taxi-v4", 2));
        using Env<int, int> single = Gym.Make<int, int>("Taxi-v4");
        view.Reset(8);
        Info info = single.Reset(9).Info;
        Assert.Equal(6, view.ActionMaskLength);
        for (int step = 0; step < 20; step++)
        {
            Assert.Equal(
                Array.ConvertAll(info.Get<sbyte[]>("action_mask"), allowed => allowed != 0), view.ActionMasks[6..]);
            view.Step([step % 4, step % 4]);
            info = single.Step(step % 4).Info;
        }

        using TrainingEnv without = new(Make("CartPole-v1", 1));
        without.Reset(1);
        Assert.True(without.ActionMasks.IsEmpty);
    }

    [Fact]
    public void A_batch_that_resets_in_the_next_step_is_refused() => Assert.Contains(
        "AutoresetMode.SameStep",
        Assert.Throws<ArgumentException>(() => new TrainingEnv(Gym.MakeVec("CartPole-v1", 2))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_wrong_number_of_actions_is_refused()
    {
        using TrainingEnv view = new(Make("CartPole-v1", 2));
        view.Reset(1);
        Assert.Throws<ArgumentException>(() => view.Step([1]));
    }

    [Fact]
    public void Evaluation_sees_the_rows_of_training()
    {
        using TrainingEnv view = new(Make("Pendulum-v1", 1));
        view.Normalize(0.99);
        view.Reset(4);
        for (int step = 0; step < 50; step++)
        {
            view.Step([1]);
        }

        float[] expected = new float[3];
        using Env<float[], float[]> env = Gym.Make<float[], float[]>("Pendulum-v1");
        view.ObservationNormalizer!.Apply(env.Reset(7).Observation, expected);
        Witness witness = new(3, 1);
        double count = view.ObservationNormalizer.Moments.Count;
        EpisodeResult result = new PolicyAgent(witness, view.ObservationNormalizer).On(env).PlayEpisode(7);
        Assert.Equal(200, result.Length);
        Assert.Equal(expected, witness.First);
        Assert.Equal(1, witness.Begins);
        Assert.Equal(count, view.ObservationNormalizer.Moments.Count);
    }

    [Fact]
    public void An_agent_refuses_another_kind_of_environment()
    {
        using Env env = Gym.Make("CartPole-v1");
        Assert.Contains(
            "observations of 3 numbers",
            Assert.Throws<ArgumentException>(() => new PolicyAgent(new Witness(3, 1)).On(env)).Message,
            StringComparison.Ordinal);
    }

    private static VectorEnv Make(string id, int count) => Gym.MakeVec(
        id, count, new MakeVecOptions { Mode = VectorizationMode.Sync, Autoreset = AutoresetMode.SameStep });

    private sealed class Witness(int observationSize, int actionSize) : IRowPolicy
    {
        public float[]? First { get; private set; }

        public int Begins { get; private set; }

        public int ObservationSize => observationSize;

        public int ActionSize => actionSize;

        public void Begin() => Begins++;

        public void Act(ReadOnlySpan<float> observation, ReadOnlySpan<bool> mask, Span<float> action)
        {
            First ??= observation.ToArray();
            action.Clear();
        }
    }
}
