using System.Text.Json;
using GymSharp.Golden;
using GymSharp.Mujoco.Locomotion;

namespace GymSharp.Mujoco.Tests.Locomotion;

/// <summary>Every recorded run of Gymnasium's MuJoCo tasks: all numbers, bit for bit.</summary>
public sealed class TrajectoryTests
{
    public static TheoryData<string> Recordings { get; } = [.. GoldenData.Names("mujoco/envs")];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_recorded_run_is_repeated_bit_for_bit(string name)
    {
        using JsonDocument document = GoldenData.Open(name);
        JsonElement recording = document.RootElement;
        using Env<double[], float[]> env = LocomotionRecording.Make(recording);
        int number = 0;
        foreach (JsonElement run in recording.GetProperty("runs").EnumerateArray())
        {
            Repeat(env, recording, run, $"{name}, run {number++}");
        }

        Assert.True(number > 0, "the recording has no runs");
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Spaces_and_limits_are_the_recorded_ones(string name)
    {
        using JsonDocument document = GoldenData.Open(name);
        JsonElement recording = document.RootElement;
        using Env<double[], float[]> env = LocomotionRecording.Make(recording);
        LocomotionRecording.AssertSpace(recording.GetProperty("observation_space"), env.ObservationSpace);
        LocomotionRecording.AssertSpace(recording.GetProperty("action_space"), env.ActionSpace);
        Assert.Equal(recording.GetProperty("max_episode_steps").GetInt32(), env.Spec!.MaxEpisodeSteps);
        JsonElement threshold = recording.GetProperty("reward_threshold");
        double? solved = threshold.ValueKind == JsonValueKind.Null ? null : threshold.GetDouble();
        Assert.Equal(solved, env.Spec.RewardThreshold);
        LocomotionEnv bare = Assert.IsAssignableFrom<LocomotionEnv>(env.Unwrapped);
        Assert.Equal(recording.GetProperty("dt").GetDouble(), bare.Duration);
        Assert.Equal(recording.GetProperty("timestep").GetDouble(), bare.Model.Timestep);
        Assert.Equal((int)Math.Round(1 / bare.Duration), bare.Metadata.RenderFps);
    }

    private static void Repeat(Env<double[], float[]> env, JsonElement recording, JsonElement run, string where)
    {
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        Dictionary<int, JsonElement> resets = run.GetProperty("resets").EnumerateArray()
            .ToDictionary(reset => reset.GetProperty("at_step").GetInt32());
        JsonElement infos = run.GetProperty("info");
        bool samples = recording.GetProperty("policy").GetString() == "uniform";
        env.ActionSpace.Seed(run.GetProperty("action_seed").GetUInt64());
        Reset(env, resets[0], run.GetProperty("seed").GetUInt64(), $"{where}, first reset");
        AssertRng(run, "rng_after_reset", env);
        using IDisposable quiet = GymLog.Capture(static _ => { });
        for (int t = 0; t < recording.GetProperty("steps").GetInt32(); t++)
        {
            string here = $"{where}, step {t}";
            if (t > 0 && resets.TryGetValue(t, out JsonElement reset))
            {
                Reset(env, reset, null, here);
            }

            float[] action = LocomotionRecording.Singles(run.GetProperty("action")[t]);
            Assert.Equal(action, samples ? env.ActionSpace.Sample() : action);
            Step<double[]> step = env.Step(action);
            LocomotionRecording.AssertSame(run.GetProperty("obs")[t], step.Observation, here);
            double reward = run.GetProperty("reward")[t].GetDouble();
            Assert.True(reward == step.Reward, $"{here}, reward: {reward:R}, got {step.Reward:R}.");
            Assert.Equal(run.GetProperty("terminated")[t].GetInt32() == 1, step.Terminated);
            Assert.Equal(run.GetProperty("truncated")[t].GetInt32() == 1, step.Truncated);
            LocomotionRecording.AssertInfo(
                infos.ValueKind == JsonValueKind.Null ? infos : infos[t], step.Info, here);
            if (run.TryGetProperty("qpos", out JsonElement positions))
            {
                LocomotionRecording.AssertSame(positions[t], data.Qpos, $"{here}, qpos");
                LocomotionRecording.AssertSame(run.GetProperty("qvel")[t], data.Qvel, $"{here}, qvel");
            }
        }

        AssertRng(run, "rng_after_run", env);
    }

    private static void Reset(Env<double[], float[]> env, JsonElement reset, ulong? seed, string where)
    {
        (double[] observation, Info info) = env.Reset(seed);
        MujocoData data = ((IMujocoScene)env.Unwrapped).Data;
        LocomotionRecording.AssertSame(reset.GetProperty("obs"), observation, where);
        LocomotionRecording.AssertInfo(reset.GetProperty("info"), info, where);
        LocomotionRecording.AssertSame(reset.GetProperty("qpos"), data.Qpos, $"{where}, qpos");
        LocomotionRecording.AssertSame(reset.GetProperty("qvel"), data.Qvel, $"{where}, qvel");
    }

    private static void AssertRng(JsonElement run, string name, Env env)
    {
        if (run.TryGetProperty(name, out JsonElement expected))
        {
            Assert.Equal(UInt128.Parse(expected.GetProperty("state").GetString()!), env.Rng.State.State);
            Assert.Equal(expected.GetProperty("has_uint32").GetInt32() == 1, env.Rng.State.HasUInt32);
            Assert.Equal(expected.GetProperty("uinteger").GetUInt32(), env.Rng.State.UInteger);
        }
    }
}
