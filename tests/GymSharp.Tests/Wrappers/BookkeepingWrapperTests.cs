using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;
using GymSharp.Wrappers;

namespace GymSharp.Tests.Wrappers;

public sealed class BookkeepingWrapperTests
{
    [Fact]
    public void Statistics_have_the_time_of_the_given_clock()
    {
        ManualTime time = new();
        RecordEpisodeStatistics<float[], int> env =
            Scripts.Vector(new Discrete(2), steps: 2).RecordEpisodeStatistics(bufferLength: 1, time: time);
        for (int episode = 0; episode < 2; episode++)
        {
            env.Reset();
            time.Advance(TimeSpan.FromSeconds(1.5));
            Assert.Equal(Info.Empty, env.Step(0).Info);
            time.Advance(TimeSpan.FromMilliseconds(250));
            Info info = env.Step(0).Info.Get<Info>("episode");
            Assert.Equal(1.75, info.Get<double>("t"));
            Assert.Equal(2, info.Get<int>("l"));
        }

        Assert.Equal(2, env.EpisodeCount);
        Assert.Equal(new EpisodeStatistics(9.0, 2, 1.75), Assert.Single(env.Recent));
    }

    [Fact]
    public void Statistics_survive_a_restored_state_with_their_time()
    {
        ManualTime time = new();
        RecordEpisodeStatistics<float[], int> env = Scripts.Vector(new Discrete(2), steps: 2).RecordEpisodeStatistics(time: time);
        env.Reset();
        time.Advance(TimeSpan.FromSeconds(1));
        env.Step(0);
        byte[] state = env.SaveState();
        time.Advance(TimeSpan.FromSeconds(100));
        RecordEpisodeStatistics<float[], int> copy = Scripts.Vector(new Discrete(2), steps: 2).RecordEpisodeStatistics(time: time);
        copy.RestoreState(state);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2.0, copy.Step(0).Info.Get<Info>("episode").Get<double>("t"));
    }

    [Fact]
    public void An_episode_without_rewards_is_cut_off_and_a_reward_starts_the_count_anew()
    {
        double[] rewards = [0, -1, 2, 0, 0, 0];
        Env<int, int> Make() => new ScriptedEnv<int, int>(
            new Discrete(9),
            new Discrete(2),
            [
                new ScriptedResult(0) { IsReset = true },
                .. rewards.Select(reward => new ScriptedResult(1) { Reward = reward }),
            ]);
        IdleLimit<int, int> env = new(Make(), 3);
        env.Reset();
        Assert.Equal(
            [false, false, false, false, false, true], Enumerable.Range(0, 6).Select(_ => env.Step(0).Truncated));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdleLimit<int, int>(Make(), 0));
    }

    [Fact]
    public void Autoreset_pays_nothing_for_the_step_that_resets()
    {
        Autoreset<float[], int> env = Scripts.Vector(new Discrete(2), episodes: 2, steps: 2).Autoreset();
        env.Reset();
        env.Step(0);
        Assert.True(env.Step(0).Terminated);
        Step<float[]> reset = env.Step(0);
        Assert.Equal((0.0, false, 3.0f), (reset.Reward, reset.Done, reset.Observation[0]));
        Assert.Equal(4.0, env.Step(0).Reward);
    }

    [Fact]
    public void A_reset_by_the_caller_cancels_the_automatic_one()
    {
        Autoreset<float[], int> env = Scripts.Vector(new Discrete(2), episodes: 2, steps: 1).Autoreset();
        env.Reset();
        env.Step(0);
        env.Reset();
        Assert.Equal(3.0, env.Step(0).Reward);
    }

    [Fact]
    public void Stepping_after_the_end_warns_once_per_episode()
    {
        List<string> warnings = [];
        SilentEnv below = new();
        Env<float[], int> env = below.TransformObservation(o => o).OrderEnforcing();
        using (GymLog.Capture(warnings.Add))
        {
            env.Reset();
            env.Step(0);
        }

        Assert.Empty(warnings);
        Env<float[], int> ended = new ScriptedEnv<float[], int>(
            Scripts.Unit,
            new Discrete(2),
            [
                new(new float[3]) { IsReset = true },
                new(new float[3]) { Terminated = true },
                new(new float[3]) { Terminated = true },
                new(new float[3]) { Terminated = true },
            ]).OrderEnforcing();
        using (GymLog.Capture(warnings.Add))
        {
            ended.Reset();
            ended.Step(0);
            ended.Step(0);
            ended.Step(0);
        }

        Assert.Single(warnings);
    }

    [Fact]
    public void Rendering_before_a_reset_can_be_allowed()
    {
        SilentEnv env = new() { Frame = new Frame("x") };
        Assert.Throws<ResetNeededException>(() => env.OrderEnforcing().Render());
        Assert.NotNull(env.OrderEnforcing(disableRenderOrderEnforcing: true).Render());
    }

    [Fact]
    public void A_sound_environment_gives_no_warnings() => Assert.Empty(Warnings(new SilentEnv()));

    [Fact]
    public void Wrong_first_results_are_reported()
    {
        Assert.Contains("not within the observation space", Assert.Single(Warnings(new SilentEnv(), e => e.Observation = [2, 0, 0], reset: false)));
        Assert.Equal(2, Warnings(new SilentEnv { Observation = [float.NaN, 0, 0] }).Count);
        Assert.Equal(2, Warnings(new SilentEnv { Observation = [0, 0] }).Count);
        Assert.Equal(2, Warnings(new SilentEnv { Observation = null! }).Count);
        Assert.Equal(2, Warnings(new SilentEnv { Info = null! }).Count);
        Assert.Equal(["The reward is a NaN value."], Warnings(new SilentEnv { Reward = double.NaN }));
        Assert.Equal(["The reward is an inf value."], Warnings(new SilentEnv { Reward = double.NegativeInfinity }));
    }

    [Fact]
    public void Only_the_first_results_are_checked()
    {
        List<string> warnings = [];
        SilentEnv below = new();
        PassiveEnvChecker<float[], int> env = new(below);
        using (GymLog.Capture(warnings.Add))
        {
            env.Reset();
            env.Step(0);
            below.Observation = [9, 9, 9];
            below.Reward = double.NaN;
            env.Reset();
            env.Step(0);
        }

        Assert.Empty(warnings);
    }

    [Fact]
    public void Spaces_without_extent_are_reported_and_empty_ones_refused()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            new SilentEnv { Observations = new Box<float>([0, 1], [1, 1]) }.PassiveEnvChecker();
        }

        Assert.Equal(["A Box observation space maximum and minimum values are equal."], warnings);
        Assert.Throws<ArgumentException>(() => new ScriptedEnv<object[], int>(new TupleSpace(), new Discrete(2), []).PassiveEnvChecker());
        Assert.Throws<ArgumentException>(() => new ScriptedEnv<object[], int>(
            new TupleSpace(new DictSpace(new Dictionary<string, Space>(StringComparer.Ordinal))), new Discrete(2), []).PassiveEnvChecker());
    }

    [Fact]
    public void Wrong_pictures_are_reported()
    {
        EnvMetadata all = new([RenderMode.Human, RenderMode.RgbArray, RenderMode.Ansi], 30);
        Frame picture = new(1, 1, [1, 2, 3]);
        Assert.Empty(RenderWarnings(RenderMode.RgbArray, picture, all));
        Assert.Empty(RenderWarnings(RenderMode.Ansi, new Frame("x"), all));
        Assert.Empty(RenderWarnings(RenderMode.Human, null, all));
        Assert.Contains("without specifying any render mode", Assert.Single(RenderWarnings(RenderMode.None, null, all)));
        Assert.Contains("should return nothing", Assert.Single(RenderWarnings(RenderMode.Human, picture, all)));
        Assert.Contains("got nothing", Assert.Single(RenderWarnings(RenderMode.RgbArray, null, all)));
        Assert.Contains("got text", Assert.Single(RenderWarnings(RenderMode.RgbArray, new Frame("x"), all)));
        Assert.Contains("got a picture", Assert.Single(RenderWarnings(RenderMode.Ansi, picture, all)));
        Assert.Throws<InvalidOperationException>(() => RenderWarnings(RenderMode.Ansi, null, new([RenderMode.Human], 30)));
        Assert.Throws<InvalidOperationException>(() => RenderWarnings(RenderMode.Ansi, null, EnvMetadata.None));
        Assert.Throws<InvalidOperationException>(() => RenderWarnings(RenderMode.Human, null, new([RenderMode.Human], 0)));
    }

    [Fact]
    public void Wrappers_dispose_what_they_wrap_and_show_it()
    {
        ScriptedEnv<float[], int> below = Scripts.Vector(new Discrete(2));
        Env<float[], int> env = below.TimeLimit(3).NormalizeReward();
        Assert.Equal("<NormalizeReward<TimeLimit<ScriptedEnv instance>>>", env.ToString());
        Assert.Same(below, env.Unwrapped);
        env.Dispose();
        Assert.True(below.IsDisposed);
    }

    [Fact]
    public void A_state_of_other_wrappers_is_refused_and_changes_nothing()
    {
        Env<float[], int> env = Scripts.Vector(new Discrete(2)).DelayObservation(2);
        env.Reset();
        byte[] before = env.SaveState();
        byte[] other = Scripts.Vector(new Discrete(2)).TimeLimit(2).SaveState();
        Assert.Throws<StateFormatException>(() => env.RestoreState(other));
        Assert.Throws<StateFormatException>(() => env.RestoreState(before.AsSpan(0, before.Length - 1)));
        Assert.Equal(before, env.SaveState());
    }

    [Fact]
    public void The_time_limit_finds_its_way_to_wrappers_above()
    {
        Env<float[], int> env = Scripts.Vector(new Discrete(2)).TimeLimit(4).TransformReward(r => r);
        TimeAwareDictObservation<int, float[]> aware = env.TimeAwareDictObservation();
        aware.Reset();
        Assert.Equal([1], aware.Step(0).Observation.Get<int[]>("time"));
    }

    private static List<string> Warnings(SilentEnv below, Action<SilentEnv>? change = null, bool reset = true)
    {
        List<string> warnings = [];
        PassiveEnvChecker<float[], int> env = new(below);
        using (GymLog.Capture(warnings.Add))
        {
            if (reset)
            {
                env.Reset();
            }

            change?.Invoke(below);
            env.Step(0);
        }

        return warnings;
    }

    private static List<string> RenderWarnings(RenderMode mode, Frame? frame, EnvMetadata declared)
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            new SilentEnv { Mode = mode, Frame = frame, Declared = declared }.PassiveEnvChecker().Render();
        }

        return warnings;
    }
}
