using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Options;
using GymSharp.Learning.Training;
using GymSharp.State;
using GymSharp.Vector;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>What holds for every algorithm with a policy.</summary>
public sealed class LearnerTests
{
    public static TheoryData<string, string, string> Cases { get; } = new()
    {
        { "ppo", "CartPole-v1", "envs=3 steps_per_update=20 batch_size=16 epochs=2 normalize=true" },
        { "ppo", "Pendulum-v1", "envs=2 steps_per_update=24 batch_size=48 epochs=2 gsde=true gsde_sample_frequency=7" },
        { "ppo", "Taxi-v4", "envs=2 steps_per_update=30 epochs=1 value_clip_range=0.2 target_kl=0.01" },
        { "ppo", "MinAtar/Breakout-v1", "envs=2 steps_per_update=8 batch_size=8 epochs=1" },
        { "ppo", "MinAtar/Breakout-v1", "envs=8 steps_per_update=48 batch_size=384 epochs=1 convolutions=false hidden=48" },
        { "a2c", "CartPole-v1", "envs=4 rms_prop_form=torch normalize_advantage=true" },
        { "a2c", "MountainCarContinuous-v0", "envs=2 gsde=true normalize=true orthogonal=false" },
        { "reinforce", "CartPole-v1", "envs=3 episodes_per_update=4" },
        { "reinforce", "MountainCarContinuous-v0", "baseline=false episodes_per_update=1" },
        { "ppo1", "CartPole-v1", "envs=3 steps_per_update=20 batch_size=16 epochs=2" },
        { "recurrent-ppo", "CartPole-v1", "envs=3 steps_per_update=20 envs_per_batch=2 epochs=2 normalize=true" },
        { "recurrent-ppo", "Pendulum-v1", "envs=2 steps_per_update=16 lstm_hidden=8 epochs=1" },
        { "es", "CartPole-v1", "envs=3 population=8 normalize=true" },
        { "trpo", "CartPole-v1", "envs=2 steps_per_update=40 critic_updates=2 batch_size=32" },
        { "trpo", "Pendulum-v1", "envs=2 steps_per_update=40 critic_updates=2 normalize=true" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_do_not_depend_on_the_number_of_threads(string algorithm, string env, string options)
    {
        byte[] one = StateAfter(algorithm, env, options, threads: 1);
        Assert.Equal(one, StateAfter(algorithm, env, options, threads: 2));
        Assert.Equal(one, StateAfter(algorithm, env, options, threads: 4));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_resumed_run_is_the_undisturbed_one(string algorithm, string env, string options)
    {
        using ILearner whole = Make(algorithm, env, options, 1);
        using ILearner broken = Make(algorithm, env, options, 1);
        using ILearner resumed = Make(algorithm, env, options, 1);
        long steps = Run(whole, 5);
        Run(broken, 3);
        resumed.SyncState(StateSync.ForReading(State(broken)));
        Assert.Equal(steps, Run(resumed, 2));
        Assert.Equal(State(whole), State(resumed));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_agent_plays_and_seeds_matter(string algorithm, string env, string options)
    {
        using ILearner learner = Make(algorithm, env, options, 1);
        using ILearner other = Make(algorithm, env, options, 2);
        Run(learner, 2);
        Run(other, 2);
        Assert.NotEqual(State(learner), State(other));
        using Env single = Gym.Make(env, new Registration.MakeOptions { MaxEpisodeSteps = 50 });
        EvaluationResult result = Evaluator.Run(learner.Agent, single, 2, 1);
        Assert.Equal(result, Evaluator.Run(learner.Agent, single, 2, 1));
        Assert.InRange(result.MeanLength, 1, 50);
    }

    [Theory]
    [InlineData("ppo", "envs=4 steps_per_update=16 batch_size=16 epochs=3 normalize=true")]
    [InlineData("ppo", "envs=4 steps_per_update=16 batch_size=64 epochs=3")]
    [InlineData("a2c", "envs=4")]
    [InlineData("ppo1", "envs=4 steps_per_update=32 batch_size=64 epochs=2")]
    [InlineData("recurrent-ppo", "envs=4 steps_per_update=16 epochs=2 envs_per_batch=3")]
    [InlineData("trpo", "envs=4 steps_per_update=32 critic_updates=2")]
    public void Learning_allocates_nothing_but_its_reports(string algorithm, string options)
    {
        using ILearner learner = Make(algorithm, "CartPole-v1", options, 1);
        using IEnumerator<LearningReport> reports = learner.Learn().GetEnumerator();
        Learn();
        Assert.Equal(0, Allocations.Of(Learn));

        void Learn()
        {
            for (int i = 0; i < 30; i++)
            {
                reports.MoveNext();
            }
        }
    }

    [Fact]
    public void The_weight_of_the_entropy_follows_its_schedule()
    {
        const string Rest = "envs=4 steps_per_update=16 batch_size=32 epochs=2 entropy_coefficient=";
        byte[] constant = StateAfter("ppo", "CartPole-v1", Rest + "0.5", threads: 1);
        Assert.Equal(constant, StateAfter("ppo", "CartPole-v1", Rest + "linear:0.5:0.5", threads: 1));
        Assert.NotEqual(constant, StateAfter("ppo", "CartPole-v1", Rest + "linear:0.5:0", threads: 1));
    }

    [Theory]
    [InlineData(0.02, 4)]
    [InlineData(0.012, 2)]
    [InlineData(0.008, 2)]
    [InlineData(0.005, 1)]
    public void The_price_of_divergence_follows_how_far_updates_go(double divergence, double expected) =>
        Assert.Equal(expected, Ppo1.Adapt(2, divergence, 0.01));

    private static byte[] StateAfter(string algorithm, string env, string options, int threads)
    {
        using ILearner learner = Make(algorithm, env, options, 1, threads);
        Run(learner, 4);
        return State(learner);
    }

    private static long Run(ILearner learner, int reports) => learner.Learn().Take(reports).Last().Steps;

    private static byte[] State(ILearner learner)
    {
        StateSync sync = StateSync.ForWriting();
        learner.SyncState(sync);
        return sync.ToArray();
    }

    private static ILearner Make(string algorithm, string env, string options, ulong seed, int threads = 1)
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find(algorithm);
        object bound = spec.BindOptions(options.Split(' ').Select(option => option.Split('=')).Select(
            parts => KeyValuePair.Create(parts[0], bool.TryParse(parts[1], out bool flag) ? (object?)flag : parts[1])));
        VectorEnv envs = Gym.MakeVec(
            env,
            ((IVectorOptions)bound).Envs,
            new MakeVecOptions { Mode = VectorizationMode.Sync, Autoreset = AutoresetMode.SameStep });
        return spec.Create(envs, bound, new LearnerSetup(seed, 2000) { Threads = threads });
    }
}
