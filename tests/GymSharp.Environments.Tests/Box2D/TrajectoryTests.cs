using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;
using GymSharp.Physics2D;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Every recorded run of lander and walker: observations, rewards, ends, bodies, the amount drawn.</summary>
public sealed class TrajectoryTests
{
    public static TheoryData<string> Recordings => Box2DRecording.Names(
        "LunarLander", "LunarLanderContinuous", "BipedalWalker", "BipedalWalkerHardcore");

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_recorded_run_is_repeated_bit_for_bit(string name)
    {
        using JsonDocument document = GoldenData.Open(name);
        JsonElement recording = document.RootElement;
        bool isFresh = recording.GetProperty("fresh_env_per_run").GetBoolean();
        Env env = Box2DRecording.Make(recording);
        int number = 0;
        foreach (JsonElement run in recording.GetProperty("runs").EnumerateArray())
        {
            if (isFresh)
            {
                env = Box2DRecording.Make(recording);
            }

            Repeat(env, run, $"{name}, run {number++}");
        }

        Assert.True(number > 0, "the recording has no runs");
    }

    [Fact]
    public void Float32_actions_of_the_walker_give_the_rewards_of_numpy_2()
    {
        using JsonDocument rewards = GoldenData.Open("box2d/BipedalWalker_rewards");
        Dictionary<string, JsonDocument> recordings = [];
        foreach (JsonElement entry in rewards.RootElement.EnumerateArray())
        {
            string id = entry.GetProperty("env_id").GetString()!;
            string name = $"box2d/{id[..^3]}_random";
            if (!recordings.TryGetValue(name, out JsonDocument? recording))
            {
                recording = recordings[name] = GoldenData.Open(name);
            }

            JsonElement run = recording.RootElement.GetProperty("runs").EnumerateArray()
                .Single(run => run.GetProperty("seed").GetUInt64() == entry.GetProperty("seed").GetUInt64());
            BipedalWalkerEnv env = (BipedalWalkerEnv)Box2DRecording.Make(recording.RootElement);
            env.Reset(entry.GetProperty("seed").GetUInt64());
            double[] expected = Box2DRecording.Doubles(entry.GetProperty("reward"));
            for (int i = 0; i < expected.Length; i++)
            {
                Step<float[]> step = env.Step(Box2DRecording.Singles(run.GetProperty("action")[i]));
                Box2DRecording.AssertSame(
                    Box2DRecording.Singles(run.GetProperty("obs")[i]), step.Observation, $"{name}, step {i}");
                Assert.True(expected[i] == step.Reward, $"{name}, step {i}: {expected[i]:R}, got {step.Reward:R}.");
            }
        }

        Assert.Equal(2, recordings.Count);
    }

    private static void Repeat(Env env, JsonElement run, string where)
    {
        JsonElement seed = run.GetProperty("seed");
        object first = env.ResetValue(seed.ValueKind == JsonValueKind.Null ? null : seed.GetUInt64()).Observation;
        if (run.TryGetProperty("setup", out JsonElement setup))
        {
            CheckSetup(env, setup, where);
        }

        Box2DRecording.AssertSame(
            Box2DRecording.Singles(run.GetProperty("reset_obs")), (float[])first, $"{where}, reset");
        Box2DRecording.AssertRng(run.GetProperty("rng_after_reset"), env.Rng);
        CheckBodies(env, run, 0, where);
        double total = 0;
        int steps = run.GetProperty("steps").GetInt32();
        JsonElement[] actions = [.. run.GetProperty("action").EnumerateArray()];
        JsonElement[] observations = [.. run.GetProperty("obs").EnumerateArray()];
        double[] rewards = Box2DRecording.Doubles(run.GetProperty("reward"));
        for (int i = 0; i < steps; i++)
        {
            Step<float[]> step = Box2DRecording.Step(env, actions[i]);
            CheckBodies(env, run, i + 1, where);
            Box2DRecording.AssertSame(
                Box2DRecording.Singles(observations[i]), step.Observation, $"{where}, observation of step {i}");
            Box2DRecording.AssertSame([rewards[i]], [step.Reward], $"{where}, reward of step {i}");
            bool ends = i + 1 == steps && run.GetProperty("terminated").GetInt32() == 1;
            Assert.True(ends == step.Terminated, $"{where}, end of step {i}");
            total += step.Reward;
        }

        Assert.Equal(run.GetProperty("return").GetDouble(), total);
        Box2DRecording.AssertRng(run.GetProperty("rng_after_episode"), env.Rng);
    }

    private static void CheckSetup(Env env, JsonElement setup, string where)
    {
        switch (env)
        {
            case BipedalWalkerEnv walker:
                CheckWalker(walker.Simulation, setup, where);
                break;
            case LunarLanderEnv lander:
                CheckLander(lander.Simulation, setup, where);
                break;
            case LunarLanderContinuousEnv lander:
                CheckLander(lander.Simulation, setup, where);
                break;
            default:
                Assert.Fail("an unknown task");
                break;
        }
    }

    private static void CheckLander(LanderSimulation simulation, JsonElement setup, string where)
    {
        Box2DRecording.AssertSame(
            Box2DRecording.Doubles(setup.GetProperty("smooth_y")), simulation.Terrain.Heights, $"{where}, terrain");
        JsonElement pad = setup.GetProperty("helipad");
        Assert.Equal(LanderTerrain.PadLeft, pad.GetProperty("x1").GetDouble());
        Assert.Equal(LanderTerrain.PadRight, pad.GetProperty("x2").GetDouble());
        Assert.Equal(LanderTerrain.PadHeight, pad.GetProperty("y").GetDouble());
        if (setup.TryGetProperty("wind_idx_at_reset", out JsonElement wind))
        {
            // The step that a reset takes has moved on by one.
            Assert.Equal(wind.GetInt64() + 1, simulation.Wind.Wind);
            Assert.Equal(setup.GetProperty("torque_idx_at_reset").GetInt64() + 1, simulation.Wind.Torque);
        }

        CheckMass(setup, "lander", simulation.Hull);
        CheckMass(setup, "leg0", simulation.Leg(0));
        CheckMass(setup, "leg1", simulation.Leg(1));
    }

    private static void CheckWalker(WalkerSimulation simulation, JsonElement setup, string where)
    {
        Box2DRecording.AssertSame(
            Box2DRecording.Doubles(setup.GetProperty("terrain_y")), simulation.Terrain.Heights, $"{where}, terrain");
        Assert.Equal(setup.GetProperty("n_terrain_bodies").GetInt32(), simulation.GroundBodyCount);
        int cloud = 0;
        foreach (JsonElement entry in setup.GetProperty("clouds").EnumerateArray())
        {
            double[] expected = [.. entry[0].EnumerateArray().SelectMany(Box2DRecording.Doubles)];
            double[] actual = [.. simulation.Clouds.Cloud(cloud).ToArray().SelectMany(point => new[] { point.X, point.Y })];
            Box2DRecording.AssertSame(expected, actual, $"{where}, cloud {cloud++}");
        }

        CheckMass(setup, "hull", simulation.Hull);
        for (int limb = 0; limb < WalkerSimulation.Limbs; limb++)
        {
            CheckMass(setup, $"leg{limb}", simulation.Limb(limb));
        }
    }

    private static void CheckMass(JsonElement setup, string name, Body body)
    {
        JsonElement expected = setup.GetProperty("bodies").GetProperty(name);
        Assert.Equal((float)expected.GetProperty("mass").GetDouble(), body.Mass);
        Assert.Equal((float)expected.GetProperty("inertia").GetDouble(), body.Inertia);
        Box2DRecording.AssertSame(
            Box2DRecording.Singles(expected.GetProperty("local_center")),
            [body.LocalCenter.X, body.LocalCenter.Y],
            name);
    }

    private static void CheckBodies(Env env, JsonElement run, int entry, string where)
    {
        if (!run.TryGetProperty("bodies", out JsonElement bodies) || bodies.GetArrayLength() <= entry)
        {
            return;
        }

        List<float> actual = [];
        foreach (Body body in Bodies(env))
        {
            actual.AddRange([body.Position.X, body.Position.Y, body.Angle]);
            actual.AddRange([body.LinearVelocity.X, body.LinearVelocity.Y, body.AngularVelocity]);
        }

        Box2DRecording.AssertSame(
            Box2DRecording.Singles(bodies[entry]), actual.ToArray(), $"{where}, bodies after step {entry}");
    }

    private static Body[] Bodies(Env env) => env switch
    {
        LunarLanderEnv lander => [lander.Simulation.Hull, lander.Simulation.Leg(0), lander.Simulation.Leg(1)],
        LunarLanderContinuousEnv lander =>
            [lander.Simulation.Hull, lander.Simulation.Leg(0), lander.Simulation.Leg(1)],
        BipedalWalkerEnv walker =>
        [
            walker.Simulation.Hull, walker.Simulation.Limb(0), walker.Simulation.Limb(1),
            walker.Simulation.Limb(2), walker.Simulation.Limb(3),
        ],
        _ => [],
    };
}
