using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Vector;
using GymSharp.Wrappers;

namespace GymSharp.Environments.Atari;

/// <summary>The fused pictures against the wrappers one around the other, alone and in a batch.</summary>
public sealed class PixelTests
{
    private const int Steps = 250;
    private const int Length = 84 * 84;

    [Theory]
    [InlineData("laser_invaders", true)]
    [InlineData("laser_invaders", false)]
    [InlineData("wall", true)]
    public void Fused_pictures_are_those_of_the_wrappers(string name, bool episodicLife)
    {
        AtariOptions game = TestGames.Own(name) with { MaxFramesPerEpisode = 400 };
        ExpectAlike(game, new PixelOptions { EpisodicLife = episodicLife });
    }

    // Frames cut short, of changing length, in grey, of two fields, never ending; and rows that change all the time.
    [Theory]
    [InlineData("partial")]
    [InlineData("vsync_lines")]
    [InlineData("pal_loss")]
    [InlineData("novsync")]
    [InlineData("jam")]
    [InlineData("starfield")]
    [InlineData("tia_fuzz")]
    public void Pictures_of_odd_frames_are_those_of_the_wrappers(string rom)
    {
        string file = Path.Combine(AleGolden.Share, "roms", rom + ".bin");
        AtariOptions game = new() { Game = GameTable.Unknown, Rom = File.ReadAllBytes(file), MaxFramesPerEpisode = 402 };
        ExpectAlike(game, new PixelOptions());
    }

    private static void ExpectAlike(AtariOptions game, PixelOptions pixels)
    {
        using Env<byte[], int> wrapped = Wrap(game with { FrameSkip = FrameSkip.Of(1) }, pixels.EpisodicLife);
        using AtariPixelEnv fused = new(game, pixels);
        Queue<byte[]> stack = [];
        Start(stack, wrapped.Reset(7).Observation);
        Assert.Equal(Stacked(stack), fused.Reset(7).Observation);
        int ends = 0;
        for (int i = 0; i < Steps; i++)
        {
            int action = i * 7 % fused.Actions.Count;
            Step<byte[]> expected = wrapped.Step(action);
            Step<byte[]> seen = fused.Step(action);
            stack.Dequeue();
            stack.Enqueue(expected.Observation);
            Assert.Equal(expected.Reward, seen.Reward);
            Assert.Equal((expected.Terminated, expected.Truncated), (seen.Terminated, seen.Truncated));
            Assert.True(Stacked(stack).AsSpan().SequenceEqual(seen.Observation), $"step {i}");
            if (seen.Done)
            {
                ends++;
                Start(stack, wrapped.Reset().Observation);
                Assert.Equal(Stacked(stack), fused.Reset().Observation);
            }
        }

        Assert.True(ends > 1, "no episode ended");
    }

    [Fact]
    public void The_end_of_a_life_tells_what_the_game_has_paid()
    {
        PixelOptions lives = new() { EpisodicLife = true };
        using AtariPixelEnv env = new(TestGames.Own(), lives with { LostLifeReward = -1 });
        using AtariPixelEnv whole = new(TestGames.Own(), lives with { RewardClipping = false });
        env.Reset(5);
        whole.Reset(5);
        double paid = 0;
        int steps = 0;
        int lost = 0;
        double fines = 0;
        while (true)
        {
            int action = steps % 6;
            Step<byte[]> step = env.Step(action);
            double points = whole.Step(action).Reward;
            paid += points;
            fines += step.Reward - Math.Clamp(points, -1, 1);
            steps++;
            if (!step.Done)
            {
                continue;
            }

            lost++;
            Info game = (Info)step.Info["episode"];
            Assert.Equal((paid, steps), ((double)game["r"], (int)game["l"]));
            if ((bool)step.Info["game_over"])
            {
                break;
            }

            env.Reset();
            whole.Reset();
        }

        Assert.Equal((3, -3.0), (lost, fines));
        Assert.True(paid > steps / 100.0, $"{paid} points in {steps} steps");
    }

    [Fact]
    public void A_step_of_a_batch_allocates_nothing()
    {
        using AtariVectorEnv batch = new(1, TestGames.Own(), threads: 1);
        StepBatch<byte> steps = batch.CreateBatch();
        int[] actions = [0];
        batch.Reset(steps.Observations, 3);

        // New lines are remembered and routines compiled for a while; nothing of that belongs to a step.
        Assert.Equal(0, Allocations.Of(() => batch.Step(actions, steps), windows: 200));
    }

    [Theory]
    [InlineData(AutoresetMode.SameStep, 1)]
    [InlineData(AutoresetMode.SameStep, 2)]
    [InlineData(AutoresetMode.NextStep, 2)]
    public void A_batch_shows_what_single_games_show(AutoresetMode autoreset, int threads)
    {
        AtariOptions game = TestGames.Own() with { MaxFramesPerEpisode = 300 };
        PixelOptions pixels = new() { EpisodicLife = true };
        using VectorEnv<byte, int> single = (VectorEnv<byte, int>)ParallelVectorEnv.Create(
            [.. Enumerable.Range(0, 3).Select(_ => new AtariPixelEnv(game, pixels))], autoreset, 1);
        using AtariVectorEnv batch = new(3, game, pixels, autoreset, threads);
        StepBatch<byte> expected = single.CreateBatch();
        StepBatch<byte> seen = batch.CreateBatch();
        single.Reset(expected.Observations, 3);
        batch.Reset(seen.Observations, 3);
        Assert.True(expected.Observations.AsSpan().SequenceEqual(seen.Observations));
        for (int i = 0; i < 120; i++)
        {
            int[] actions = [i % 6, i / 3 % 6, i / 5 % 6];
            single.Step(actions, expected);
            batch.Step(actions, seen);
            Assert.True(expected.Observations.AsSpan().SequenceEqual(seen.Observations), $"step {i}");
            Assert.Equal(expected.Rewards, seen.Rewards);
            Assert.Equal(expected.Terminated, seen.Terminated);
            Assert.Equal(expected.Truncated, seen.Truncated);
            for (int env = 0; env < 3; env++)
            {
                if (autoreset == AutoresetMode.SameStep && seen.DoneAt(env))
                {
                    Assert.True(expected.FinalObservationAt(env).SequenceEqual(seen.FinalObservationAt(env)));
                }
            }
        }
    }

    [Fact]
    public void A_batch_goes_on_from_a_saved_state()
    {
        using AtariVectorEnv batch = new(2, TestGames.Own(), threads: 1);
        using AtariVectorEnv other = new(2, TestGames.Own(), threads: 2);
        StepBatch<byte> first = batch.CreateBatch();
        StepBatch<byte> second = other.CreateBatch();
        batch.Reset(first.Observations, 1);
        batch.Step([1, 3], first);
        other.Reset(second.Observations, 9);
        other.RestoreState(batch.SaveState());
        for (int i = 0; i < 20; i++)
        {
            batch.Step([i % 6, 5 - (i % 6)], first);
            other.Step([i % 6, 5 - (i % 6)], second);
            Assert.True(first.Observations.AsSpan().SequenceEqual(second.Observations));
        }

        batch.Reset(first.Observations);
        other.Reset(second.Observations);
        Assert.True(first.Observations.AsSpan().SequenceEqual(second.Observations));
    }

    [Theory]
    [InlineData("wall", new[] { 0, 1, 3, 2 })]
    [InlineData("laser_invaders", new[] { 0, 1, 3, 2, 5, 4 })]
    public void Games_know_the_mirror_images_of_their_actions(string name, int[] mirrored)
    {
        using AtariPixelEnv env = new(TestGames.Own(name));
        using AtariVectorEnv batch = new(2, TestGames.Own(name), threads: 1);
        Assert.Equal(mirrored, env.MirroredActions);
        Assert.Equal(mirrored, batch.MirroredActions);
        AtariAction[] all = Enum.GetValues<AtariAction>();
        IReadOnlyList<int> images = AtariActions.Mirrored(all);
        Assert.Equal(AtariAction.UpLeftFire, all[images[(int)AtariAction.UpRightFire]]);
        Assert.All(all, action => Assert.Equal((int)action, images[images[(int)action]]));
        Assert.Contains(
            "has RIGHT and no LEFT",
            Assert.Throws<InvalidOperationException>(
                () => AtariActions.Mirrored([AtariAction.Noop, AtariAction.Right])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_action_is_refused_before_anything_moves()
    {
        using AtariVectorEnv batch = new(2, TestGames.Own(), threads: 1);
        StepBatch<byte> rows = batch.CreateBatch();
        Assert.Throws<ResetNeededException>(() => batch.Step([0, 0], rows));
        batch.Reset(rows.Observations, 1);
        byte[] before = batch.SaveState();
        Assert.Throws<InvalidActionException>(() => batch.Step([0, 6], rows));
        Assert.Equal(before, batch.SaveState());
    }

    private static Env<byte[], int> Wrap(AtariOptions game, bool episodicLife)
    {
        Env<byte[], int> env = new AtariPreprocessing(new AtariEnv(game));
        env = episodicLife ? new EpisodicLife(env) : env;
        return new ClipReward<byte[], int>(new FireReset(env), -1, 1);
    }

    private static void Start(Queue<byte[]> stack, byte[] observation)
    {
        stack.Clear();
        for (int i = 0; i < 3; i++)
        {
            stack.Enqueue(new byte[Length]);
        }

        stack.Enqueue(observation);
    }

    private static byte[] Stacked(Queue<byte[]> stack)
    {
        byte[] pixels = new byte[4 * Length];
        int channel = 0;
        foreach (byte[] picture in stack)
        {
            for (int i = 0; i < Length; i++)
            {
                pixels[(4 * i) + channel] = picture[i];
            }

            channel++;
        }

        return pixels;
    }
}
