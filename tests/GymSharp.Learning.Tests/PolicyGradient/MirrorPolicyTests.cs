using GymSharp.Learning.Training;
using GymSharp.Learning.ValueBased;
using GymSharp.Learning.Views;
using GymSharp.Vector;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>A policy that is its own mirror image.</summary>
public sealed class MirrorPolicyTests
{
    private const string Perceptron = " convolutions=false hidden=7 normalize_observations=true envs=4 mirror=";

    public static TheoryData<string, string> Learners { get; } = new()
    {
        { "ppo", "steps_per_update=16 batch_size=16 epochs=4 learning_rate=0.01" },
        { "ppo", "steps_per_update=16 batch_size=16 epochs=4 learning_rate=0.01 shared_network=true" },
        { "a2c", "steps_per_update=8 learning_rate=0.005" },
        { "ppo1", "steps_per_update=16 batch_size=16 epochs=4 learning_rate=0.01" },
        { "trpo", "steps_per_update=32 batch_size=32 critic_updates=4" },
    };

    [Theory]
    [MemberData(nameof(Learners))]
    public void What_is_learned_on_one_side_is_known_on_the_other(string algorithm, string options)
    {
        using ILearner learner = Make(algorithm, options + Perceptron + "true");
        ValueLearners.Train(learner, 6000);
        for (int bright = 0; bright < GlanceEnv.Width; bright++)
        {
            float[] logits = Logits(learner, bright);
            int right = Math.Sign(bright - (GlanceEnv.Width / 2)) switch { 0 => 0, < 0 => 1, _ => 2 };
            Assert.Equal(right, Array.IndexOf(logits, logits.Max()));
            float[] image = Logits(learner, GlanceEnv.Width - 1 - bright);
            Assert.Equal([logits[0], logits[2], logits[1]], image);
        }

        // What is never seen is not known otherwise.
        using ILearner blind = Make(algorithm, options + Perceptron + "false");
        ValueLearners.Train(blind, 6000);
        float[] unseen = Logits(blind, GlanceEnv.Width - 1);
        Assert.NotEqual(2, Array.IndexOf(unseen, unseen.Max()));
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Policy_and_values_are_means_over_both_sides(string algorithm, string options)
    {
        using ILearner learner = Make(algorithm, options + Perceptron + "true");
        using ILearner blind = Make(algorithm, options + Perceptron + "false");
        for (int bright = 0; bright < GlanceEnv.Width; bright++)
        {
            // The same first weights.
            float[] here = Logits(blind, bright);
            float[] there = Logits(blind, GlanceEnv.Width - 1 - bright);
            float[] both = Logits(learner, bright);
            Assert.Equal((here[0] + there[0]) / 2, both[0], 1e-6f);
            Assert.Equal((here[1] + there[2]) / 2, both[1], 1e-6f);
            Assert.Equal((here[2] + there[1]) / 2, both[2], 1e-6f);
        }
    }

    [Fact]
    public void Every_way_to_ask_the_networks_answers_alike()
    {
        using TrainingEnv envs = Envs(1);
        PpoOptions options = new() { Convolutions = false, Hidden = [7], Mirror = true };
        using Networks.ActorCriticNetwork network = new(envs, options, new Randomness.Rng(5));
        using Neural.Tape tape = new(network.Parameters) { IsRecording = false };
        float[] pictures = [.. GlanceEnv.Picture(0), .. GlanceEnv.Picture(4), .. GlanceEnv.Picture(1)];
        Neural.Tensor seen = tape.Input(pictures, new Neural.Shape(3, GlanceEnv.Width));
        Networks.ActorCriticOutput both = network.Forward(seen);
        float[] policy = both.Policy.Values.ToArray();
        float[] values = both.Values.Values.ToArray();
        Assert.Equal(policy, network.Act(seen).Policy.Values.ToArray());
        Assert.Equal(policy, network.Outputs(seen).Values.ToArray());
        Assert.Equal(values, network.Value(seen).Values.ToArray());
        Assert.Equal(values[0], values[1]);
        Assert.NotEqual(values[0], values[2]);
    }

    [Theory]
    [MemberData(nameof(Learners))]
    public void Its_agent_does_what_its_graph_says(string algorithm, string options)
    {
        using ILearner learner = Make(algorithm, options + Perceptron + "true");
        ValueLearners.Train(learner, 100);
        using Env env = Gym.Make(GlanceEnv.Registration());
        GlanceEnv seen = (GlanceEnv)env.Unwrapped;
        IActor actor = learner.Agent.On(env);
        for (int episode = 0; episode < 20; episode++)
        {
            actor.PlayEpisode(episode == 0 ? 1UL : null);
            float[] logits = Logits(learner, seen.Bright);
            Assert.Equal(Array.IndexOf(logits, logits.Max()), seen.LastAction);
        }
    }

    [Fact]
    public void What_has_no_mirror_image_is_refused()
    {
        using TrainingEnv lake = ValueLearners.Envs(ValueLearners.Lake, 1);
        PpoOptions options = new() { Mirror = true };
        Assert.Contains(
            "turns pictures [height, width, channels] and Discrete actions round, got Discrete(16) and Discrete(4)",
            Assert.Throws<ArgumentException>(() => new Ppo(lake, options, new LearnerSetup(1, 100))).Message,
            StringComparison.Ordinal);
        using TrainingEnv oneSided = Envs(1, knowsSides: false);
        Assert.Contains(
            "IMirrored, as Atari games with preprocess=true have it. Set mirror=false, or implement it.",
            Assert.Throws<ArgumentException>(() => new Ppo(oneSided, options, new LearnerSetup(1, 100))).Message,
            StringComparison.Ordinal);
    }

    private static float[] Logits(ILearner learner, int bright) =>
        ((IHasPolicyGraph)learner).Graph.Compute(GlanceEnv.Picture(bright));

    private static TrainingEnv Envs(int count, bool knowsSides = true) => new(Vector(count, knowsSides));

    private static VectorEnv Vector(int count, bool knowsSides = true) => Gym.MakeVec(
        GlanceEnv.Registration(knowsSides),
        count,
        new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync });

    private static ILearner Make(string algorithm, string options)
    {
        AlgorithmSpec spec = AlgorithmCatalog.Find(algorithm);
        object bound = spec.BindOptions(options.Split(' ').Select(option => option.Split('=')).Select(
            parts => KeyValuePair.Create(parts[0], bool.TryParse(parts[1], out bool flag) ? (object?)flag : parts[1])));
        return spec.Create(Vector(4), bound, new LearnerSetup(1, 6000));
    }
}
