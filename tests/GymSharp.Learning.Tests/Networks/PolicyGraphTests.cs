using GymSharp.Learning.OffPolicy;
using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Neural.Tests.Serialization;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>Exported policies, run by an interpreter of ONNX, against the learner's own.</summary>
public sealed class PolicyGraphTests
{
    private static readonly int[] Hidden = [12, 10];

    public static TheoryData<string, string> Policies => new()
    {
        { "dqn", "CartPole-v1" },
        { "dqn dueling", "MountainCar-v0" },
        { "dqn noisy", "Acrobot-v1" },
        { "dqn normalized", "MinAtar/Breakout-v1" },
        { "qr-dqn", "CartPole-v1" },
        { "qr-dqn dueling", "FrozenLake-v1" },
        { "c51", "CartPole-v1" },
        { "rainbow", "CartPole-v1" },
        { "rainbow", "MinAtar/Freeway-v1" },
        { "ppo", "CartPole-v1" },
        { "ppo", "Pendulum-v1" },
        { "td3", "LunarLanderContinuous-v3" },
        { "sac", "Pendulum-v1" },
        { "sac gsde", "LunarLanderContinuous-v3" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_exported_policy_gives_what_the_learner_gives(string algorithm, string environment)
    {
        using ILearner learner = Make(algorithm, environment);
        _ = learner.Learn().First(report => report.Steps >= 60);
        PolicyGraph graph = ((IHasPolicyGraph)learner).Graph;
        using MemoryStream stream = new();
        graph.WriteOnnx(stream);
        OnnxInterpreter model = new(stream.ToArray());
        Rng rng = new(4);
        for (int i = 0; i < 5; i++)
        {
            float[] observation = [.. Enumerable.Range(0, graph.ObservationSize).Select(_ => (float)rng.Uniform(-1, 1))];
            float[] own = graph.Compute(observation);
            OnnxArray found = model.Run(new([1, observation.Length], [.. observation.Select(x => (double)x)]));
            Assert.Equal([1, own.Length], found.Shape);
            Assert.All(own.Zip(found.Values), pair =>
                Assert.Equal(pair.Second, pair.First, 1e-6 * Math.Max(1, Math.Abs(pair.Second))));
        }
    }

    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void A_policy_that_remembers_takes_and_gives_its_state(string environment)
    {
        RecurrentPpoOptions options = new()
        {
            Envs = 2,
            StepsPerUpdate = 20,
            LstmHidden = 6,
            Hidden = [5],
            Normalize = true,
        };
        using RecurrentPpo learner = new(ValueLearners.Envs(environment, 2), options, new LearnerSetup(9, 100) { Threads = 1 });
        _ = learner.Learn().First(report => report.Steps >= 80);
        PolicyGraph graph = learner.Graph;
        Assert.Equal(12, graph.StateSize);
        using MemoryStream stream = new();
        graph.WriteOnnx(stream);
        OnnxInterpreter model = new(stream.ToArray());
        Rng rng = new(4);
        float[] state = new float[12];
        OnnxArray own = new([1, 12], new double[12]);
        for (int i = 0; i < 6; i++)
        {
            float[] observation = [.. Enumerable.Range(0, graph.ObservationSize).Select(_ => (float)rng.Uniform(-1, 1))];
            float[] expected = graph.Compute(observation, state);
            Dictionary<string, OnnxArray> found = model.RunAll(
                ("input", new([1, observation.Length], [.. observation.Select(x => (double)x)])), ("state", own));
            own = found["next_state"];
            Assert.All(
                expected.Concat(state).Zip(found["output"].Values.Concat(own.Values)),
                pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        }
    }

    [Theory]
    [InlineData("dqn noisy")]
    [InlineData("dqn normalized")]
    [InlineData("qr-dqn dueling")]
    [InlineData("rainbow")]
    public void The_best_output_is_the_action_of_the_agent(string algorithm)
    {
        using ILearner learner = Make(algorithm, "Acrobot-v1");
        PolicyGraph graph = ((IHasPolicyGraph)learner).Graph;
        using Env env = Gym.Make("Acrobot-v1");
        Witness witness = new((Env<float[], int>)env);
        learner.Agent.On(witness).PlayEpisode(3);
        Assert.Equal(500, witness.Taken.Count);
        Assert.All(witness.Taken, step => Assert.Equal(step.Action, BestOf(graph.Compute(step.Observation))));
    }

    private static int BestOf(float[] values) => Array.IndexOf(values, values.Max());

    private static ILearner Make(string algorithm, string environment)
    {
        string[] words = algorithm.Split(' ');
        if (words[0] is "sac" or "td3")
        {
            OffPolicyOptions continuous = words[0] == "td3" ? new Td3Options() : new SacOptions { UseSde = words.Contains("gsde") };
            return OffPolicyLearners.Make(environment, OffPolicyLearners.Small(continuous) with { Normalize = true }, seed: 9, steps: 100);
        }

        TrainingEnv envs = ValueLearners.Envs(environment, 2);
        LearnerSetup setup = new(9, 100) { Threads = 1 };
        if (words[0] == "ppo")
        {
            PpoOptions ppo = new() { Normalize = true, StepsPerUpdate = 30, BatchSize = 30, Epochs = 2, Hidden = Hidden, Envs = 2 };
            return new Ppo(envs, ppo, setup);
        }

        ValueOptions options = words[0] switch
        {
            "dqn" => new DqnOptions(),
            "qr-dqn" => new QrDqnOptions { Quantiles = 7 },
            "c51" => new C51Options { Atoms = 11 },
            _ => new RainbowOptions { Atoms = 11 },
        };
        return new Dqn(
            envs,
            options with
            {
                Envs = 2,
                Hidden = Hidden,
                LearningStarts = 20,
                BatchSize = 8,
                BufferSize = 200,
                ScaleObservations = environment == "MountainCar-v0",
                NormalizeObservations = words.Contains("normalized"),
                Dueling = options.Dueling || words.Contains("dueling"),
                Noisy = options.Noisy || words.Contains("noisy"),
            },
            setup);
    }

    // Remembers what the agent saw and did.
    private sealed class Witness(Env<float[], int> env) : Wrappers.Wrapper<float[], int>(env)
    {
        private float[] seen = [];

        public List<(float[] Observation, int Action)> Taken { get; } = [];

        protected override (float[] Observation, Info Info) OnReset(ulong? seed, ResetOptions options)
        {
            (float[] observation, Info info) = Wrapped.Reset(seed, options);
            seen = [.. observation];
            return (observation, info);
        }

        protected override Step<float[]> OnStep(int action, float[]? reuse)
        {
            Step<float[]> step = Wrapped.Step(action, reuse);
            Taken.Add((seen, action));
            seen = [.. step.Observation];
            return step;
        }
    }
}
