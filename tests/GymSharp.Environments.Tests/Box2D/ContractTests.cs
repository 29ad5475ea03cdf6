using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;
using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Vector;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Options, errors, draws, memory, saved states and pictures.</summary>
public sealed class ContractTests
{
    private static readonly string[] Ids =
    [
        "LunarLander-v3", "LunarLanderContinuous-v3", "BipedalWalker-v3", "BipedalWalkerHardcore-v3", "CarRacing-v3",
    ];

    public static TheoryData<string> All => [.. Ids];

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(0.0, "0.0")]
    [InlineData(-12.0, "-12.0")]
    [InlineData(double.NaN, "NaN")]
    public void Gravity_beyond_its_range_is_refused_as_gymnasium_does(double gravity, string shown)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new LunarLanderEnv(new LunarLanderOptions { Gravity = gravity }));
        Assert.Equal($"gravity (current value: {shown}) must be between -12 and 0", error.Message);
    }

    [Fact]
    public void Strong_wind_is_warned_of_and_taken()
    {
        List<string> warnings = [];
        using (GymLog.Capture(warnings.Add))
        {
            using LunarLanderEnv env = new(new LunarLanderOptions { WindPower = 25.0, TurbulencePower = -1 });
            env.Reset(0);
        }

        Assert.Equal(
            [
                "wind_power value is recommended to be between 0.0 and 20.0, (current value: 25.0)",
                "turbulence_power value is recommended to be between 0.0 and 2.0, (current value: -1.0)",
            ],
            warnings);
    }

    [Fact]
    public void Bad_actions_are_refused_and_change_nothing()
    {
        using LunarLanderEnv lander = new();
        using LunarLanderContinuousEnv throttled = new();
        using BipedalWalkerEnv walker = new();
        using CarRacingEnv race = new();
        using CarRacingDiscreteEnv coarse = new();
        Env[] envs = [lander, throttled, walker, race, coarse];
        foreach (Env env in envs)
        {
            env.ResetValue(1);
        }

        byte[][] before = [.. envs.Select(env => env.SaveState())];
        Assert.Throws<InvalidActionException>(() => lander.Step(4));
        Assert.Throws<InvalidActionException>(() => throttled.Step([float.NaN, 0]));
        Assert.Throws<InvalidActionException>(() => throttled.Step([0]));
        Assert.Throws<InvalidActionException>(() => walker.Step([0, 0, float.NaN, 0]));
        Assert.Throws<InvalidActionException>(() => walker.Step([0, 0, 0]));
        Assert.Throws<InvalidActionException>(() => race.Step([0, float.NaN, 0]));
        Assert.Throws<InvalidActionException>(() => race.Step([0, 0]));
        Assert.Throws<InvalidActionException>(() => coarse.Step(-1));
        Assert.Equal(before, envs.Select(env => env.SaveState()));
    }

    [Fact]
    public void Steps_before_a_reset_are_refused()
    {
        Assert.Throws<ResetNeededException>(() => new LunarLanderEnv().Step(0));
        Assert.Throws<ResetNeededException>(() => new BipedalWalkerEnv().Step(new float[4]));
        Assert.Throws<ResetNeededException>(() => new CarRacingEnv().Step(new float[3]));
    }

    [Fact]
    public void Each_call_draws_what_was_recorded()
    {
        using JsonDocument document = GoldenData.Open("box2d/draw_logs");
        foreach (JsonElement log in document.RootElement.EnumerateArray())
        {
            using Env env = Box2DRecording.Make(log);
            ulong seed = log.GetProperty("seed").GetUInt64();
            Rng mirror = new(seed);
            env.ResetValue(seed);
            Redraw(mirror, log.GetProperty("reset"), env, "reset");
            int number = 0;
            foreach (JsonElement step in log.GetProperty("steps").EnumerateArray())
            {
                JsonElement action = step.GetProperty("action");
                env.StepValue(action.ValueKind == JsonValueKind.Array
                    ? Box2DRecording.Singles(action)
                    : action.GetInt32());
                Redraw(mirror, step.GetProperty("draws"), env, $"step {number++}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_restored_environment_goes_on_with_the_same_bits(string id)
    {
        using Env env = Gym.Make(id);
        using Env other = Gym.Make(id);
        env.ActionSpace.Seed(3);
        env.ResetValue(3);
        for (int i = 0; i < 35; i++)
        {
            env.StepValue(env.ActionSpace.SampleValue());
        }

        byte[] saved = env.SaveState();
        other.RestoreState(saved);
        Assert.Equal(saved, other.SaveState());
        for (int i = 0; i < 150; i++)
        {
            object action = env.ActionSpace.SampleValue();
            Step<object> expected = env.StepValue(action);
            Step<object> actual = other.StepValue(action);
            Assert.Equal(expected.Observation, actual.Observation);
            Assert.Equal(expected.Reward, actual.Reward);
            Assert.Equal(expected.Terminated, actual.Terminated);
            if (expected.Done)
            {
                Assert.Equal(env.ResetValue().Observation, other.ResetValue().Observation);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Pictures_have_the_size_of_Gymnasiums_and_change_nothing(string id)
    {
        using Env env = Gym.Make(id, new MakeOptions { RenderMode = RenderMode.RgbArray });
        env.ActionSpace.Seed(3);
        env.ResetValue(3);
        byte[] first = env.Render()!.Pixels;
        for (int i = 0; i < 30; i++)
        {
            env.StepValue(env.ActionSpace.SampleValue());
        }

        byte[] before = env.SaveState();
        Frame frame = env.Render()!;
        Assert.Equal((600, 400), (frame.Width, frame.Height));
        Assert.Equal(frame.Pixels, env.Render()!.Pixels);
        Assert.Equal(before, env.SaveState());
        Assert.NotEqual(first, frame.Pixels);
        Assert.True(frame.Pixels.Chunk(3).Select(Convert.ToHexString).Distinct().Count() > 6, "too few colours");
    }

    [Fact]
    public void Flames_leave_the_flight_as_it_is()
    {
        using LunarLanderEnv plain = new();
        using LunarLanderEnv shown = new(new LunarLanderOptions { RenderMode = RenderMode.RgbArray });
        plain.Reset(2);
        shown.Reset(2);
        plain.ActionSpace.Seed(2);
        int most = 0;
        Step<float[]> expected = default;
        while (!expected.Terminated)
        {
            int action = plain.ActionSpace.Sample();
            expected = plain.Step(action);
            Assert.Equal(expected.Observation, shown.Step(action).Observation);
            most = Math.Max(most, shown.Simulation.Particles.All.Count);
        }

        Assert.True(most > 2, "No flames were seen.");
    }

    [Fact]
    public void Colours_stay_where_a_reset_says_so()
    {
        using CarRacingEnv env = new(new CarRacingOptions { DomainRandomize = true });
        env.Reset(1);
        RaceColors first = env.Simulation.Colors;
        env.Reset(null, new ResetOptions { ["randomize"] = false });
        Assert.Equal(first.Road, env.Simulation.Colors.Road);
        env.Reset();
        Assert.NotEqual(first.Road, env.Simulation.Colors.Road);
        Assert.Throws<ArgumentException>(() => env.Reset(null, new ResetOptions { ["randomize"] = "no" }));
    }

    [Fact]
    public void Environments_side_by_side_give_what_one_alone_gives()
    {
        using VectorEnv<float, int> envs = Gym.MakeVec<float, int>(
            "LunarLander-v3", 4, new MakeVecOptions { Mode = VectorizationMode.Parallel, Workers = 2 });
        StepBatch<float> batch = envs.CreateBatch();
        envs.Reset(batch.Observations, 7);
        Env[] alone = [.. Enumerable.Range(0, 4).Select(_ => Gym.Make("LunarLander-v3"))];
        for (int i = 0; i < alone.Length; i++)
        {
            alone[i].ResetValue((ulong)(7 + i));
        }

        for (int step = 0; step < 50; step++)
        {
            int[] actions = [step % 4, 2, (step / 3) % 4, 0];
            envs.Step(actions, batch);
            float[] expected = [.. alone.SelectMany((env, i) => (float[])env.StepValue(actions[i]).Observation)];
            Assert.Equal(expected, batch.Observations);
        }
    }

    [Fact]
    public void Steps_allocate_nothing()
    {
        Assert.Equal(0, Allocated(new LunarLanderEnv(new LunarLanderOptions { EnableWind = true }), 2));
        Assert.Equal(0, Allocated(new BipedalWalkerEnv(), new float[4]));
        Assert.Equal(0, Allocated(new CarRacingEnv(), [0.1f, 0.3f, 0]));
    }

    private static long Allocated<TObservation, TAction>(Env<TObservation, TAction> env, TAction action)
        where TObservation : notnull
        where TAction : notnull
    {
        // A world takes memory when something comes near for the first time, not where nothing new does.
        TObservation observation = env.Reset(1).Observation;
        return Allocations.Of(
            () =>
            {
                for (int step = 0; step < 10; step++)
                {
                    observation = env.Step(action, observation).Observation;
                }
            },
            windows: 60);
    }

    private static void Redraw(Rng mirror, JsonElement draws, Env env, string where)
    {
        foreach (JsonElement draw in draws.EnumerateArray())
        {
            double[] numbers = Box2DRecording.Doubles(draw.GetProperty("args"));
            JsonElement output = draw.GetProperty("out");
            double[] expected = output.ValueKind == JsonValueKind.Array
                ? Box2DRecording.Doubles(output)
                : [output.GetDouble()];
            foreach (double value in expected)
            {
                double drawn = draw.GetProperty("m").GetString() switch
                {
                    "uniform" => mirror.Uniform(numbers[0], numbers[1]),
                    "random" => mirror.Random(),
                    "integers" when numbers.Length == 1 => mirror.Integers(0, (long)numbers[0]),
                    "integers" => mirror.Integers((long)numbers[0], (long)numbers[1]),
                    string other => throw new InvalidDataException($"Unknown draw '{other}'."),
                    null => throw new InvalidDataException("A draw without a name."),
                };
                Assert.Equal(value, drawn);
            }
        }

        Assert.True(mirror.State == env.Rng.State, $"{env}: {where} drew something else than recorded.");
    }
}
