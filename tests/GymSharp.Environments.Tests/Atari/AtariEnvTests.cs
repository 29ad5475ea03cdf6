using GymSharp.Environments.Atari.Games;
using GymSharp.Environments.Atari.Preprocessing;
using GymSharp.Registration;
using GymSharp.Rendering;

namespace GymSharp.Environments.Atari;

/// <summary>Atari games as environments.</summary>
public sealed class AtariEnvTests
{
    [Theory]
    [InlineData("ALE/SpaceInvaders-v5")]
    [InlineData("ALE/SpaceInvaders-ram-v5")]
    [InlineData("SpaceInvaders-v0")]
    [InlineData("SpaceInvaders-ram-v4")]
    [InlineData("SpaceInvadersDeterministic-v4")]
    [InlineData("SpaceInvaders-ramNoFrameskip-v0")]
    [InlineData("ALE/TicTacToe3D-v5")]
    [InlineData("ALE/UpNDown-v5")]
    [InlineData("ALE/LaserInvaders-v5")]
    [InlineData("WallNoFrameskip-v4")]
    public void Ids_are_those_of_Gymnasium(string id) => Assert.True(Gym.Registry.TryGet(id, out _));

    [Fact]
    public void All_ids_are_there()
    {
        EnvSpec[] specs = [.. Gym.Registry.Specs.Where(spec => spec.Arguments.ContainsKey("obs_type"))];
        Assert.Equal((104 * 2) + (62 * 12) + (2 * 14) + 1, specs.Length);
        Assert.True(Gym.Registry.TryGet("SpaceInvadersDeterministic-v4", out EnvSpec? spec));
        Assert.Equal(3, spec.Arguments["frameskip"]);
        Assert.Equal(0.0, spec.Arguments["repeat_action_probability"]);
    }

    [Fact]
    public void Seeds_are_those_of_the_reference()
    {
        using AtariEnv env = new(TestGames.Own());
        (_, Info info) = env.Reset(42);
        Assert.Equal([3444837047, 2669555309], info.Get<long[]>("seeds"));
        Assert.Equal(0, info.Get<int>("episode_frame_number"));
        Assert.Equal(0, info.Get<int>("frame_number"));
        Assert.Equal(3, info.Get<int>("lives"));
        Step<byte[]> step = env.Step(0);
        Assert.Equal(4, step.Info.Get<int>("frame_number"));
        Assert.False(env.Reset().Info.ContainsKey("seeds"));
    }

    [Theory]
    [InlineData(AtariObservation.Rgb)]
    [InlineData(AtariObservation.Grayscale)]
    public void A_picture_is_right_where_the_episode_ends_within_a_step(AtariObservation observation)
    {
        AtariOptions options = TestGames.Own("wall") with { RepeatActionProbability = 0, Observation = observation };
        bool[] endsWithin = [.. new[] { 5, 11, 13 }.Select(skip => EndsWithin(options, skip))];
        Assert.Contains(true, endsWithin);
    }

    [Fact]
    public void Frames_per_step_are_drawn_where_a_range_is_given()
    {
        using AtariEnv env = new(TestGames.Own() with { FrameSkip = new FrameSkip(2, 5) });
        env.Reset(1);
        HashSet<int> counts = [];
        int before = 0;
        for (int i = 0; i < 60; i++)
        {
            env.Step(0);
            counts.Add(env.Machine.EpisodeFrameNumber - before);
            before = env.Machine.EpisodeFrameNumber;
        }

        Assert.Equal([2, 3, 4], counts.Order());
    }

    [Fact]
    public void A_continuous_joystick_moves_like_the_discrete_one()
    {
        AtariOptions options = TestGames.Own() with { Observation = AtariObservation.Ram, RepeatActionProbability = 0 };
        using ContinuousAtariEnv continuous = new(options);
        using AtariEnv discrete = new(options with { FullActionSpace = true });
        continuous.Reset(3);
        discrete.Reset(3);
        (float[] Numbers, AtariAction Action)[] moves =
        [
            ([1, 0, 0], AtariAction.Right), ([1, MathF.PI, 1], AtariAction.LeftFire), ([0.4f, 0, 1], AtariAction.Fire),
            ([1, MathF.PI / 2, 0], AtariAction.Up), ([1, -MathF.PI / 4, 0.2f], AtariAction.DownRight),
        ];
        for (int i = 0; i < 50; i++)
        {
            (float[] numbers, AtariAction action) = moves[i % moves.Length];
            Assert.Equal(discrete.Step((int)action).Observation, continuous.Step(numbers).Observation);
        }

        Assert.Throws<InvalidActionException>(() => continuous.Step([2, 0, 0]));
    }

    [Theory]
    [InlineData("mode", 7, "no mode 7")]
    [InlineData("difficulty", 9, "no difficulty 9")]
    [InlineData("obs_type", "gray", "rgb, grayscale or ram")]
    [InlineData("frameskip", 0, "at least 1")]
    [InlineData("repeat_action_probability", 1.5, "between 0 and 1")]
    [InlineData("max_num_frames_per_episode", -1, "positive")]
    [InlineData("game", "laser_invader", "laser_invaders")]
    public void A_wrong_argument_is_named(string name, object value, string hint)
    {
        MakeOptions options = new() { Arguments = new Dictionary<string, object?> { [name] = value } };
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(() => Gym.Make("ALE/LaserInvaders-v5", options));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_ROM_runs_without_rules()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, AleGolden.Bytes("roms/joystick.bin"));
            MakeOptions options = new()
            {
                RenderMode = RenderMode.RgbArray,
                Arguments = new Dictionary<string, object?> { ["rom"] = file, ["obs_type"] = "grayscale" },
            };
            using Env<byte[], int> env = Gym.Make<byte[], int>(AtariFamily.CustomId, options);
            env.Reset(1);
            Step<byte[]> step = env.Step(17);
            Assert.Equal(210 * 160, step.Observation.Length);
            Assert.Equal(0, step.Reward);
            Assert.False(step.Done);
            Assert.IsType<Frame>(env.Render());
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains(
            "rom=FILE",
            Assert.Throws<ArgumentException>(() => Gym.Make(AtariFamily.CustomId)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_clone_changes_nothing()
    {
        AleMachine machine = new(TestGames.Own().Rom.Span, TestGames.Own().Game);
        machine.Reset();
        byte[] clone = machine.Clone(withGenerator: false);
        machine.Act(AtariAction.Fire);
        byte[] before = machine.Clone(withGenerator: true);
        for (int i = 0; i < clone.Length; i += 7)
        {
            byte[] damaged = [.. clone];
            damaged[i] ^= 0x55;
            Assert.Throws<State.StateFormatException>(() => machine.Restore(damaged));
            Assert.Throws<State.StateFormatException>(() => machine.Restore(clone.AsSpan(0, i)));
        }

        Assert.Equal(before, machine.Clone(withGenerator: true));
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(16384)]
    public void Random_bytes_run_as_a_game(int size)
    {
        byte[] rom = new byte[size];
        Randomness.Rng rng = new((ulong)size);
        for (int i = 0; i < rom.Length; i++)
        {
            rom[i] = (byte)rng.Integers(0, 256);
        }

        AleMachine machine = new(rom, GameTable.Unknown, new AleSettings { FrameSkip = 4 });
        machine.Reset();
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(0, machine.Act((AtariAction)(i % AtariActions.Count)));
        }

        Assert.Equal(400, machine.EpisodeFrameNumber);
    }

    [Fact]
    public void Preprocessing_refuses_a_game_that_skips_frames()
    {
        using AtariEnv env = new(TestGames.Own());
        Assert.Contains(
            "frameskip=1",
            Assert.Throws<ArgumentException>(() => new AtariPreprocessing(env)).Message,
            StringComparison.Ordinal);
    }

    // Plays a game with skipped frames beside one without; tells whether it ended within a step.
    private static bool EndsWithin(AtariOptions options, int skip)
    {
        using AtariEnv skipping = new(options with { FrameSkip = FrameSkip.Of(skip) });
        using AtariEnv stepping = new(options with { FrameSkip = FrameSkip.Of(1) });
        skipping.Reset(5);
        stepping.Reset(5);
        Step<byte[]> whole = default;
        while (!whole.Terminated)
        {
            whole = skipping.Step(1);
            Step<byte[]> single = default;
            for (int i = 0; i < skip && !single.Terminated; i++)
            {
                single = stepping.Step(1);
            }

            Assert.True(whole.Observation.AsSpan().SequenceEqual(single.Observation));
            Assert.Equal(whole.Terminated, single.Terminated);
        }

        return skipping.Machine.EpisodeFrameNumber % skip != 0;
    }
}
