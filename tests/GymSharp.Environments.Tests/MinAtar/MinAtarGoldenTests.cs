using System.Text.Json;
using GymSharp.Environments.MinAtar;
using GymSharp.Golden;

namespace GymSharp.Environments.Tests.MinAtar;

/// <summary>Every recorded run of MinAtar: states, rewards, ends, ramps, resets and the amount drawn.</summary>
public sealed class MinAtarGoldenTests
{
    public static TheoryData<string> Recordings => [.. GoldenData.Names("minatar")];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Every_recorded_run_is_repeated_bit_for_bit(string recording)
    {
        using JsonDocument document = GoldenData.Open(recording);
        JsonElement root = document.RootElement;
        int runs = 0;
        foreach (JsonElement run in root.GetProperty("runs").EnumerateArray())
        {
            Repeat(root.GetProperty("game").GetString()!, run);
            runs++;
        }

        Assert.True(runs > 0, "the recording has no runs");
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Channels_and_actions_are_those_of_the_recording(string recording)
    {
        using JsonDocument document = GoldenData.Open(recording);
        JsonElement root = document.RootElement;
        MinAtarEnv env = MinAtarCases.Env(
            root.GetProperty("game").GetString()!, new MinAtarOptions { UseMinimalActionSet = true });
        Assert.Equal(
            root.GetProperty("channels").EnumerateObject()
                .OrderBy(entry => entry.Value.GetInt32()).Select(entry => entry.Name),
            env.Game.Channels);
        Assert.Equal(
            root.GetProperty("minimal_action_set").EnumerateArray().Select(action => action.GetInt32()),
            env.Actions.Select(action => (int)action));
        Assert.Equal(
            root.GetProperty("state_shape").EnumerateArray().Select(size => size.GetInt32()),
            env.ObservationSpace.Shape);
        Assert.Equal(root.GetProperty("num_actions").GetInt32(), MinAtarCases.Env(env.Game.Name).Actions.Count);
        Assert.Equal(root.GetProperty("game").GetString(), env.Game.Name);
    }

    private static void Repeat(string game, JsonElement run)
    {
        MinAtarEnv env = new(
            MinAtarCases.Game(game, run.GetProperty("difficulty_ramping").GetBoolean()),
            new MinAtarOptions { StickyActionProbability = run.GetProperty("sticky_action_prob").GetDouble() });
        string name = $"{game}, seed {run.GetProperty("seed")}, {run.GetProperty("policy")}, "
            + $"sticky {run.GetProperty("sticky_action_prob")}, ramping {run.GetProperty("difficulty_ramping")}";
        string actions = run.GetProperty("action").GetString()!;
        string terminal = run.GetProperty("terminal").GetString()!;
        string[] states = Texts(run.GetProperty("state"));
        double[] rewards = [.. run.GetProperty("reward").EnumerateArray().Select(reward => reward.GetDouble())];
        JsonElement ramp = run.GetProperty("ramp");
        int?[]? ramps = ramp.ValueKind == JsonValueKind.Null
            ? null
            : [.. ramp.EnumerateArray().Select(value => (int?)value.GetInt32())];
        using JsonElement.ArrayEnumerator resets = run.GetProperty("resets").EnumerateArray();
        JsonElement.ArrayEnumerator nextReset = resets;

        bool[] state = env.Reset(run.GetProperty("seed").GetUInt64()).Observation;
        CheckReset(ref nextReset, 0, state, name);
        for (int step = 0; step < actions.Length; step++)
        {
            Step<bool[]> result = env.Step(actions[step] - '0', state);
            Assert.True(
                states[step] == Hex(result.Observation),
                $"{name}: other state after step {step}: {Hex(result.Observation)}");
            Assert.True(rewards[step] == result.Reward, $"{name}: other reward in step {step}: {result.Reward}");
            Assert.True(terminal[step] == '1' == result.Terminated, $"{name}: other end in step {step}");
            Assert.True(ramps?[step] == env.Game.DifficultyRamp, $"{name}: other ramp in step {step}");
            Assert.False(result.Truncated);
            if (result.Terminated && step + 1 < actions.Length)
            {
                state = env.Reset(null, null, state).Observation;
                CheckReset(ref nextReset, step + 1, state, name);
            }
        }

        Assert.False(nextReset.MoveNext(), $"{name}: resets are missing");
        Assert.Equal(run.GetProperty("rand_after_run").GetDouble(), env.GameRng.Rand());
    }

    private static void CheckReset(ref JsonElement.ArrayEnumerator resets, int step, bool[] state, string name)
    {
        Assert.True(resets.MoveNext(), $"{name}: a reset too many at step {step}");
        Assert.Equal(resets.Current.GetProperty("at_step").GetInt32(), step);
        Assert.Equal(resets.Current.GetProperty("state").GetString(), Hex(state));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static string Hex(bool[] state)
    {
        byte[] packed = new byte[(state.Length + 7) / 8];
        for (int i = 0; i < state.Length; i++)
        {
            packed[i / 8] |= (byte)((state[i] ? 0x80 : 0) >> (i % 8));
        }

        return Convert.ToHexStringLower(packed);
    }
}
