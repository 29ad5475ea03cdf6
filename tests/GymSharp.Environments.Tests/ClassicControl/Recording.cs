using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using GymSharp.Golden;
using GymSharp.Randomness;
using GymSharp.Registration;

namespace GymSharp.Environments.Tests.ClassicControl;

/// <summary>Reads recordings of Gymnasium's classic control tasks.</summary>
internal static class Recording
{
    public static readonly string[] Tasks =
        ["CartPole", "MountainCar", "MountainCarContinuous", "Pendulum", "Acrobot"];

    /// <summary>Names of the trajectory files of these tasks.</summary>
    public static IEnumerable<string> Names() => GoldenData.Names("envs")
        .Where(name => Tasks.Contains(name["envs/".Length..].Split('-')[0]));

    /// <summary>Makes the environment of a recording, its warnings kept quiet.</summary>
    public static Env Make(JsonNode recording)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        Dictionary<string, object?> arguments = [];
        foreach ((string name, JsonNode? value) in recording["kwargs"]!.AsObject())
        {
            arguments[name] = Plain(value);
        }

        return Gym.Make(recording["env_id"]!.GetValue<string>(), new MakeOptions { Arguments = arguments });
    }

    public static ResetOptions? Options(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        ResetOptions options = new();
        foreach ((string name, JsonNode? value) in node.AsObject())
        {
            options[name] = Plain(value);
        }

        return options;
    }

    public static double[] Doubles(JsonNode? node) => node is JsonArray array
        ? [.. array.Select(item => GoldenData.Number(item!))]
        : [GoldenData.Number(node!)];

    public static float[] Singles(JsonNode? node) => [.. Doubles(node).Select(value => (float)value)];

    /// <summary>Demands that a generator stands where the recorded one stood.</summary>
    public static void AssertRng(JsonNode expected, Rng rng)
    {
        BigInteger recorded = BigInteger.Parse(expected["state"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.Equal(recorded, ((BigInteger)rng.State.StateHigh << 64) + rng.State.StateLow);
        Assert.Equal(expected["has_uint32"]!.GetValue<int>() == 1, rng.State.HasUInt32);
    }

    private static object? Plain(JsonNode? value) => value?.GetValueKind() switch
    {
        null => null,
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? value.GetValue<double>() : (object)value.GetValue<long>(),
    };
}
