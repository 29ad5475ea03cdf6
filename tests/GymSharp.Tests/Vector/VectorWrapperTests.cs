using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.Vector.Wrappers;
using IFrameDisplay = GymSharp.Wrappers.IFrameDisplay;

namespace GymSharp.Vector;

public sealed class VectorWrapperTests
{
    [Fact]
    public void Vectorized_picture_wrappers_do_what_the_single_ones_do()
    {
        using VectorEnv<byte, int> grey = new GrayscaleObservation<int>(Pictures(2), keepDim: true);
        using VectorEnv<byte, int> small = new ResizeObservation<int>(Pictures(2), 2, 3);
        using VectorEnv<byte, int> flat = new ReshapeObservation<byte, int>(Pictures(2), 8, 9);
        CheckRows(grey, new GymSharp.Wrappers.GrayscaleObservation<int>(new PictureEnv(), true));
        CheckRows(small, new GymSharp.Wrappers.ResizeObservation<int>(new PictureEnv(), 2, 3));
        CheckRows(flat, new GymSharp.Wrappers.ReshapeObservation<byte, int>(new PictureEnv(), 8, 9));
        Assert.Equal("<GrayscaleObservation, SyncVectorEnv(num_envs=2)>", grey.ToString());
        Assert.Equal("Box(0, 255, (2, 4, 6, 1), uint8)", grey.ObservationSpace.ToString());
    }

    [Fact]
    public void True_last_observations_are_changed_too()
    {
        using VectorEnv<byte, int> envs = new GrayscaleObservation<int>(
            Pictures(1, AutoresetMode.SameStep));
        using Env<byte[], int> single = new GymSharp.Wrappers.GrayscaleObservation<int>(new PictureEnv());
        StepBatch<byte> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 4);
        single.Reset(4);
        for (int t = 0; t < 3; t++)
        {
            envs.Step([0], batch);
            single.Step(0);
        }

        envs.Step([0], batch);
        byte[] last = single.Step(0).Observation;
        Assert.True(batch.Terminated[0]);
        Assert.Equal(last, batch.FinalObservations);
        Assert.Equal(last, (byte[])envs.BatchInfo().Get<object?[]>("final_obs")[0]!);
        Assert.Equal(single.Reset().Observation, batch.Observations);
    }

    [Fact]
    public void Functions_of_the_whole_batch_are_applied()
    {
        using TransformObservation<double, int, float> envs = new(
            new TransformReward<float, int>(
                new TransformAction<float, int, int>(Walks(2), static (actions, below) =>
                {
                    for (int i = 0; i < actions.Length; i++)
                    {
                        below[i] = 2 - actions[i];
                    }
                }),
                static rewards =>
                {
                    rewards[0] = 7;
                    rewards[1] = 8;
                }),
            static (observations, results) =>
            {
                for (int i = 0; i < observations.Length; i++)
                {
                    results[i] = observations[i] * 2.0;
                }
            },
            singleObservationSpace: new Box<double>(-200.0, 200.0, 3));
        using VectorEnv<float, int> plain = Walks(2);
        StepBatch<double> batch = envs.CreateBatch();
        StepBatch<float> expected = plain.CreateBatch();
        envs.Reset(batch.Observations, seed: 6);
        plain.Reset(expected.Observations, seed: 6);
        envs.Step([0, 1], batch);
        plain.Step([2, 1], expected);
        Assert.Equal(Array.ConvertAll(expected.Observations, value => value * 2.0), batch.Observations);
        Assert.Equal([7.0, 8.0], batch.Rewards);
    }

    [Fact]
    public void A_function_of_the_whole_batch_is_refused_under_same_step_autoreset()
    {
        using VectorEnv<float, int> walks = Walks(2, AutoresetMode.SameStep);
        Assert.Throws<ArgumentException>(() => new TransformObservation<float, int, float>(walks, (_, _) => { }));
    }

    [Fact]
    public void Spaces_that_do_not_belong_together_are_warned_about()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        using (TransformObservation<float, int, float> envs = new(
            Walks(2), (_, _) => { }, observationSpace: new Box<float>(0f, 1f, 2, 3)))
        {
            Assert.Contains("don't match as expected", Assert.Single(warnings));
        }
    }

    [Fact]
    public void A_single_wrapper_is_lifted_to_actions_and_rewards()
    {
        using VectorEnv<float, int> envs = new VectorizeTransformReward<float, int>(
            new VectorizeTransformAction<float, int, int>(
                Walks(3),
                env => new GymSharp.Wrappers.TransformAction<int, int, int>(
                    (Env<int, int>)env, action => (action + 1) % 3, new Discrete(3))),
            env => new GymSharp.Wrappers.TransformReward<int, int>(env, reward => -reward));
        using VectorEnv<float, int> plain = Walks(3);
        StepBatch<float> batch = envs.CreateBatch();
        StepBatch<float> expected = plain.CreateBatch();
        envs.Reset(batch.Observations, seed: 1);
        plain.Reset(expected.Observations, seed: 1);
        envs.Step([0, 1, 2], batch);
        plain.Step([1, 2, 0], expected);
        Assert.Equal(expected.Observations, batch.Observations);
        Assert.Equal(Array.ConvertAll(expected.Rewards, reward => -reward), batch.Rewards);
    }

    [Fact]
    public void Normalizing_refuses_what_would_spoil_its_statistics()
    {
        using VectorEnv<float, int> disabled = Walks(2, AutoresetMode.Disabled);
        using NormalizeObservation<float, int> envs = new(Walks(2));
        Assert.Throws<ArgumentException>(() => new NormalizeObservation<float, int>(disabled));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new NormalizeObservation<float, int>(disabled, epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new NormalizeReward<float, int>(disabled, gamma: 1.5));
        envs.ResetValue(seed: 1);
        Assert.Throws<ArgumentException>(
            () => envs.ResetValue(options: new ResetOptions { ["reset_mask"] = new[] { true, false } }));
    }

    [Fact]
    public void Statistics_stand_still_when_updates_are_off_and_can_be_copied()
    {
        using NormalizeObservation<float, int> training = new(Walks(2));
        using NormalizeObservation<float, int> evaluation = new(Walks(2));
        training.ResetValue(seed: 1);
        training.StepValue(new[] { 1L, 2L });
        evaluation.CopyStatisticsFrom(training);
        evaluation.UpdateRunningMean = false;
        evaluation.ResetValue(seed: 2);
        Assert.Equal(training.Mean, evaluation.Mean);
        Assert.Equal(training.Variance, evaluation.Variance);
        Assert.Equal(4.0001, evaluation.Count);
    }

    [Fact]
    public void Whole_stacks_are_saved_and_restored()
    {
        using VectorEnv<float, int> first = Stack();
        using VectorEnv<float, int> second = Stack();
        StepBatch<float> batch = first.CreateBatch();
        StepBatch<float> other = second.CreateBatch();
        first.Reset(batch.Observations, seed: 2);
        for (int t = 0; t < 12; t++)
        {
            first.Step([t % 3, 1, 2], batch);
        }

        second.RestoreState(first.SaveState());
        for (int t = 0; t < 25; t++)
        {
            first.Step([t % 3, 1, 0], batch);
            second.Step([t % 3, 1, 0], other);
            Assert.Equal(batch.Observations, other.Observations);
            Assert.Equal(batch.Rewards, other.Rewards);
        }

        Assert.Equal(Statistics(first).ReturnQueue, Statistics(second).ReturnQueue);
        Assert.Equal(Statistics(first).EpisodeCount, Statistics(second).EpisodeCount);
    }

    [Fact]
    public void Episode_statistics_are_reported_to_each_environment()
    {
        using RecordEpisodeStatistics<float, int> envs = new(
            Walks(3, AutoresetMode.SameStep), bufferLength: 2);
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, seed: 3);
        double[] returns = new double[3];
        for (int t = 0; t < 30; t++)
        {
            envs.Step([0, 2, 1], batch);
            for (int i = 0; i < 3; i++)
            {
                returns[i] += batch.Rewards[i];
                Assert.Equal(batch.DoneAt(i), envs.InfoAt(i).ContainsKey("episode"));
                if (batch.DoneAt(i))
                {
                    Assert.Equal(returns[i], envs.InfoAt(i).Get<Info>("episode")["r"]);
                    returns[i] = 0;
                }
            }
        }

        Assert.Equal(2, envs.ReturnQueue.Count);
        Assert.True(envs.EpisodeCount > 6);
    }

    [Fact]
    public void Statistics_under_a_name_that_is_taken_are_refused()
    {
        using RecordEpisodeStatistics<float, int> envs = new(Walks(1), statisticsKey: "kind");
        envs.ResetValue(seed: 1);
        InvalidOperationException? error = null;
        for (int t = 0; t < 10; t++)
        {
            error ??= Record.Exception(() => envs.StepValue(new[] { 1L })) as InvalidOperationException;
        }

        Assert.Contains("'kind'", error!.Message);
    }

    [Fact]
    public void All_environments_are_shown_side_by_side()
    {
        using Display display = new();
        using HumanRendering<byte, int> envs = new(Pictures(3), display, (12, 8));
        Assert.Equal(RenderMode.Human, envs.RenderMode);
        envs.ResetValue(seed: 1);
        envs.StepValue(new long[3]);
        Assert.Equal(2, display.Frames.Count);
        Frame shown = display.Frames[1];
        Assert.Equal((12, 8), (shown.Width, shown.Height));

        // Two rows and two columns of unscaled pictures; the fourth place stays black.
        byte[] second = envs.Envs[1].Render()!.Pixels;
        Assert.Equal(second[..18], shown.Pixels[18..36]);
        Assert.Equal(new byte[18], shown.Pixels[(((7 * 12) + 6) * 3)..]);
    }

    [Theory]
    [InlineData(AutoresetMode.NextStep, new[] { 0, 1, 8 })]
    [InlineData(AutoresetMode.SameStep, new[] { 0, 1, 8 })]
    public void Videos_are_recorded_by_the_schedule_of_the_first_environment(AutoresetMode mode, int[] episodes)
    {
        string folder = Directory.CreateTempSubdirectory("gymsharp").FullName;
        try
        {
            using (GymLog.Capture(_ => { }))
            using (GymSharp.Vector.Wrappers.RecordVideo<byte, int> envs = new(
                Pictures(2, mode),
                folder,
                new RecordVideoOptions { Video = new VideoOptions { Format = VideoFormat.Gif } },
                aspect: 3))
            {
                envs.ResetValue(seed: 21);
                for (int t = 0; t < 45; t++)
                {
                    envs.StepValue(new long[2]);
                }
            }

            Assert.Equal(
                episodes.Select(episode => $"rl-video-episode-{episode}.gif"),
                Directory.EnumerateFiles(folder, "*.gif").Select(Path.GetFileName).Order(StringComparer.Ordinal));
            string manifest = File.ReadAllText(Path.Combine(folder, "rl-video-episode-1.json"));
            Assert.Contains("\"length\": 4", manifest);
            Assert.Contains("\"seed\": 21,", manifest);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Recording_and_showing_need_pictures()
    {
        using VectorEnv<float, int> walks = Walks(1);
        using Display display = new();
        Assert.Throws<ArgumentException>(() => new GymSharp.Vector.Wrappers.RecordVideo<float, int>(walks, "nowhere"));
        Assert.Throws<ArgumentException>(() => new HumanRendering<float, int>(walks, display));
    }

    private static RecordEpisodeStatistics<float, int> Statistics(VectorEnv envs) =>
        (RecordEpisodeStatistics<float, int>)envs.Inner!.Inner!;

    private static VectorEnv<float, int> Stack() =>
        Walks(3).RecordEpisodeStatistics().NormalizeObservation().NormalizeReward();

    private static VectorEnv<float, int> Walks(int numEnvs, AutoresetMode mode = AutoresetMode.NextStep) =>
        ParallelVectorEnv.Create<float, int>([.. Enumerable.Range(0, numEnvs).Select(_ => new WalkEnv())], mode);

    private static VectorEnv<byte, int> Pictures(int numEnvs, AutoresetMode mode = AutoresetMode.NextStep) =>
        ParallelVectorEnv.Create<byte, int>([.. Enumerable.Range(0, numEnvs).Select(_ => new PictureEnv())], mode);

    private static void CheckRows(VectorEnv<byte, int> envs, Env<byte[], int> single)
    {
        using (single)
        {
            Assert.Equal(single.ObservationSpace, envs.SingleObservationSpace);
            StepBatch<byte> batch = envs.CreateBatch();
            envs.Reset(batch.Observations, seed: 9);
            for (int i = 0; i < envs.NumEnvs; i++)
            {
                Assert.Equal(single.Reset(9 + (ulong)i).Observation, batch.ObservationAt(i).ToArray());
            }
        }
    }

    private sealed class Display : IFrameDisplay
    {
        public List<Frame> Frames { get; } = [];

        public void Show(Frame frame, int framesPerSecond) => Frames.Add(frame);

        public void Dispose()
        {
        }
    }
}
