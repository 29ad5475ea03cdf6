using GymSharp.Learning.Options;
using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Randomness;
using GymSharp.Vector;

namespace GymSharp.Learning.ValueBased;

/// <summary>Steps seen in a mirror are experience too.</summary>
public sealed class MirrorTests
{
    private static readonly DqnOptions Table = new()
    {
        Hidden = [],
        Convolutions = false,
        LearningRate = OptionSchedule.Linear(0.05, 0),
        BatchSize = 16,
        BufferSize = 400,
        LearningStarts = 50,
        ExplorationFraction = 0.5,
        ExplorationFinal = 0.5,
        Mirror = true,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_learned_on_one_side_is_known_on_the_other(bool prioritized)
    {
        using Dqn learner = Make(Table with { Prioritized = prioritized });
        ValueLearners.Train(learner, 3000);
        for (int bright = 0; bright < GlanceEnv.Width; bright++)
        {
            float[] values = learner.Graph.Compute(GlanceEnv.Picture(bright));
            int right = Math.Sign(bright - (GlanceEnv.Width / 2)) switch { 0 => 0, < 0 => 1, _ => 2 };
            for (int action = 0; action < 3; action++)
            {
                Assert.Equal(action == right ? 1 : 0, values[action], 0.05f);
            }
        }

        using Dqn blind = Make(Table with { Mirror = false, Prioritized = prioritized });
        ValueLearners.Train(blind, 3000);
        Assert.InRange(blind.Graph.Compute(GlanceEnv.Picture(4))[2], -0.8f, 0.8f);
    }

    [Fact]
    public void Either_side_is_judged_alike_from_the_first_step_on()
    {
        DqnOptions options = Table with { Hidden = [7] };
        using Dqn learner = Make(options);
        using Dqn blind = Make(options with { Mirror = false });
        for (int bright = 0; bright < GlanceEnv.Width; bright++)
        {
            float[] values = learner.Graph.Compute(GlanceEnv.Picture(bright));
            float[] image = learner.Graph.Compute(GlanceEnv.Picture(GlanceEnv.Width - 1 - bright));
            float[] turned = [image[0], image[2], image[1]];
            Assert.Equal(values, turned);

            // The mean of what the network says of both, whose weights are the same.
            float[] here = blind.Graph.Compute(GlanceEnv.Picture(bright));
            float[] there = blind.Graph.Compute(GlanceEnv.Picture(GlanceEnv.Width - 1 - bright));
            Assert.Equal((here[1] + there[2]) / 2, values[1], 1e-6f);
            Assert.NotEqual(here[1], there[2]);
        }
    }

    [Fact]
    public void Its_agent_does_what_its_graph_says()
    {
        using Dqn learner = Make(Table with { Hidden = [7], NormalizeObservations = true });
        ValueLearners.Train(learner, 200);
        using Env env = Gym.Make(GlanceEnv.Registration());
        GlanceEnv seen = (GlanceEnv)env.Unwrapped;
        IActor actor = learner.Agent.On(env);
        for (int episode = 0; episode < 20; episode++)
        {
            actor.PlayEpisode(episode == 0 ? 1UL : null);
            float[] values = learner.Graph.Compute(GlanceEnv.Picture(seen.Bright));
            Assert.Equal(Best(values), seen.LastAction);
        }
    }

    [Fact]
    public void While_it_learns_it_does_what_its_graph_says()
    {
        // Weights that stay as they are, and no chance.
        DqnOptions options = Table with
        {
            Hidden = [7],
            LearningRate = 0,
            LearningStarts = 0,
            ExplorationInitial = 0,
            ExplorationFinal = 0,
        };
        int different = 0;
        for (ulong seed = 0; seed < 8; seed++)
        {
            List<GlanceEnv> made = [];
            using Dqn learner = new(Envs(1, made: made), options, new LearnerSetup(seed, 3000));
            using Dqn blind = new(Envs(), options with { Mirror = false }, new LearnerSetup(seed, 3000));
            int reports = 0;
            foreach (LearningReport _ in learner.Learn().Take(20))
            {
                reports++;
                float[] picture = GlanceEnv.Picture(made[0].Before);
                Assert.Equal(Best(learner.Graph.Compute(picture)), made[0].LastAction);
                different += Best(blind.Graph.Compute(picture)) != made[0].LastAction ? 1 : 0;
            }

            Assert.Equal(20, reports);
        }

        Assert.InRange(different, 10, 150);
    }

    [Fact]
    public void Half_of_what_is_drawn_is_turned_round_with_its_action()
    {
        using TrainingEnv envs = Envs();
        ValueMemory memory = new(envs, Table with { NormalizeObservations = false });
        memory.Start(0, GlanceEnv.Picture(1), []);
        memory.Add(0, [1], new StepOutcome(1, Truncated: true), GlanceEnv.Picture(0), []);
        TransitionBatch batch = new(200, GlanceEnv.Width);
        memory.Sample(batch, 0, new Rng(3));
        int turned = 0;
        for (int row = 0; row < batch.Count; row++)
        {
            bool isTurned = batch.Actions[row] == 2;
            turned += isTurned ? 1 : 0;
            Assert.Equal(GlanceEnv.Picture(isTurned ? 3 : 1), Row(batch.Observations, row));
            Assert.Equal(GlanceEnv.Picture(isTurned ? 4 : 0), Row(batch.NextObservations, row));
        }

        Assert.InRange(turned, 70, 130);
    }

    [Fact]
    public void A_picture_and_its_image_are_scaled_alike()
    {
        using TrainingEnv envs = Envs();
        ValueMemory memory = new(envs, Table with { NormalizeObservations = true });
        for (int bright = 0; bright < 3; bright++)
        {
            memory.Normalizer!.Update(GlanceEnv.Picture(bright));
        }

        float[] left = memory.Scaled(GlanceEnv.Picture(0)).ToArray();
        float[] right = memory.Scaled(GlanceEnv.Picture(4)).ToArray();
        for (int i = 0; i < left.Length; i++)
        {
            Assert.Equal(left[i], right[^(i + 1)], 1e-5f);
        }

        Assert.InRange(left[0], 1, 3);
    }

    [Fact]
    public void Pictures_of_several_channels_keep_them_in_order()
    {
        Mirror mirror = new(new Neural.Shape(2, 3, 2), [1, 0]);
        float[] pictures = [.. Enumerable.Range(0, 24).Select(i => (float)i)];
        mirror.Turn(pictures);
        Assert.Equal([4, 5, 2, 3, 0, 1, 10, 11, 8, 9, 6, 7], pictures[..12]);
        Assert.Equal([16, 17, 14, 15, 12, 13, 22, 23, 20, 21, 18, 19], pictures[12..]);
        Assert.Equal((1, 0), (mirror.Turned(0), mirror.Turned(1)));
    }

    [Fact]
    public void A_restored_learner_goes_on_bit_for_bit()
    {
        DqnOptions options = Table with { NormalizeObservations = true, Envs = 2 };
        using Dqn first = Make(options);
        using Dqn second = Make(options);
        ValueLearners.Train(first, 400);
        ValueLearners.Restore(second, ValueLearners.Saved(first));
        ValueLearners.Train(first, 800);
        ValueLearners.Train(second, 800);
        Assert.Equal(ValueLearners.Saved(first), ValueLearners.Saved(second));
    }

    [Fact]
    public void What_has_no_mirror_image_is_refused()
    {
        Assert.Contains(
            "turns pictures [height, width, channels] and Discrete actions round, got Discrete(16) and Discrete(4)",
            Refusal<ArgumentException>(() => ValueLearners.Make(ValueLearners.Lake, Table, 1, 100)),
            StringComparison.Ordinal);
        Assert.Contains(
            "IMirrored, as Atari games with preprocess=true have it. Set mirror=false, or implement it.",
            Refusal<ArgumentException>(() => Make(Table, knowsSides: false)),
            StringComparison.Ordinal);
        Assert.Contains(
            "Set mirror=false, or action_masks=false.",
            Refusal<InvalidOperationException>(() => Mirror.RefuseMasks(3)),
            StringComparison.Ordinal);
    }

    private static int Best(float[] values) => Array.IndexOf(values, values.Max());

    private static string Refusal<T>(Action action)
        where T : Exception => Assert.Throws<T>(action).Message;

    private static float[] Row(ReadOnlySpan<float> rows, int row) =>
        rows.Slice(row * GlanceEnv.Width, GlanceEnv.Width).ToArray();

    private static Dqn Make(DqnOptions options, bool knowsSides = true) =>
        new(Envs(options.Envs, knowsSides), options, new LearnerSetup(1, 3000));

    private static TrainingEnv Envs(int count = 1, bool knowsSides = true, List<GlanceEnv>? made = null) => new(Gym.MakeVec(
        GlanceEnv.Registration(knowsSides, made),
        count,
        new MakeVecOptions { Autoreset = AutoresetMode.SameStep, Mode = VectorizationMode.Sync }));
}
