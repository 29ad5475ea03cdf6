using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GymSharp.Environments.Box2D;
using GymSharp.Golden;
using GymSharp.Randomness;
using GymSharp.Registration;

namespace GymSharp.Environments.Tests.Box2D;

/// <summary>Reads recordings of Gymnasium's Box2D tasks.</summary>
internal static class Box2DRecording
{
    /// <summary>Names of the recorded runs of a task, by the start of the file's name.</summary>
    public static TheoryData<string> Names(params string[] tasks) =>
    [
        .. GoldenData.Names("box2d").Where(name =>
            tasks.Any(task => name.StartsWith("box2d/" + task + "_", StringComparison.Ordinal))
            && !name.EndsWith("_rewards", StringComparison.Ordinal)),
    ];

    /// <summary>Makes the recorded environment, without wrappers.</summary>
    public static Env Make(JsonElement recording)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        Dictionary<string, object?> arguments = [];
        foreach (JsonProperty argument in recording.GetProperty("kwargs").EnumerateObject())
        {
            arguments[argument.Name] = argument.Value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => argument.Value.GetDouble(),
            };
        }

        string id = recording.GetProperty("env_id").GetString()!;
        return Gym.Make(id, new MakeOptions { Arguments = arguments }).Unwrapped;
    }

    /// <summary>Takes a step with an action as it was recorded: an index, or float64 numbers.</summary>
    public static Step<float[]> Step(Env env, JsonElement action) => env switch
    {
        LunarLanderEnv lander => lander.Step(action.GetInt32()),
        LunarLanderContinuousEnv lander => lander.StepDouble(action[0].GetDouble(), action[1].GetDouble()),
        BipedalWalkerEnv walker => walker.StepDouble(Doubles(action)),
        _ => throw new ArgumentException("Not a task with such observations.", nameof(env)),
    };

    public static double[] Doubles(JsonElement list) =>
        [.. list.EnumerateArray().Select(number => number.GetDouble())];

    public static float[] Singles(JsonElement list) =>
        [.. list.EnumerateArray().Select(number => (float)number.GetDouble())];

    /// <summary>Demands that a generator stands where the recorded one stood.</summary>
    public static void AssertRng(JsonElement expected, Rng rng)
    {
        BigInteger recorded = BigInteger.Parse(expected.GetProperty("state").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(recorded, ((BigInteger)rng.State.StateHigh << 64) + rng.State.StateLow);
        Assert.Equal(expected.GetProperty("has_uint32").GetInt32() == 1, rng.State.HasUInt32);
    }

    /// <summary>Demands the same bits, zeros' signs apart, and says where the first difference is.</summary>
    public static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i] == actual[i],
                $"{where}, number {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }

    public static void AssertSame(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i] == actual[i],
                $"{where}, number {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }
}
