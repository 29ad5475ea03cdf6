using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace GymSharp.Testing;

/// <summary>
/// The environment under test, made anew for each rule, and ways to play it and to write down what happened.
/// </summary>
internal sealed class Subject(Func<RenderMode, Env> make)
{
    public const ulong Seed = 20_231;
    private const int LongestInFull = 1024;

    public Env Make(RenderMode mode = RenderMode.None) => make(mode);

    /// <summary>Everything a reset gave, as text.</summary>
    public static string Reset(Env env, ulong? seed)
    {
        (object observation, Info info) = env.ResetValue(seed);
        return $"{Text(env, observation)} {Text(info)}";
    }

    /// <summary>Everything a step gave, as text.</summary>
    public static string Text(Env env, Step<object> step) =>
        $"{Text(env, step.Observation)} {step.Reward:R} {step.Terminated} {step.Truncated} {Text(step.Info)}";

    /// <summary>Plays sampled actions, resetting at the end of episodes, and writes everything down.</summary>
    public static List<string> Play(Env env, int steps, Action<Env>? beforeStep = null)
    {
        List<string> tape = [];
        for (int i = 0; i < steps; i++)
        {
            beforeStep?.Invoke(env);
            Step<object> step = env.StepValue(env.ActionSpace.SampleValue());
            tape.Add(Text(env, step));
            if (step.Done)
            {
                tape.Add(Reset(env, null));
            }
        }

        return tape;
    }

    /// <summary>Compares two tapes.</summary>
    public static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string what)
    {
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            string left = i < expected.Count ? expected[i] : "nothing";
            string right = i < actual.Count ? actual[i] : "nothing";
            if (left != right)
            {
                throw new RuleBrokenException($"{what} at event {i}: {left} and {right}");
            }
        }
    }

    /// <summary>An observation as text; of a picture the size and a fingerprint.</summary>
    public static string Text(Env env, object observation) => observation is Array { Length: > LongestInFull } picture
        ? $"[{picture.Length} numbers, SHA-256 {Fingerprint(picture)}]"
        : env.ObservationSpace.ValueToJson(observation)?.ToJsonString() ?? "null";

    private static string Fingerprint(Array numbers)
    {
        ref byte first = ref MemoryMarshal.GetArrayDataReference(numbers);
        return Convert.ToHexString(
            SHA256.HashData(MemoryMarshal.CreateReadOnlySpan(ref first, Buffer.ByteLength(numbers))));
    }

    private static string Text(Info info) => string.Join(
        ", ",
        info.Where(entry => entry.Value is not TimeSpan).Select(entry => $"{entry.Key}={Text(entry.Value)}"));

    private static string Text(object value) => value switch
    {
        Info info => Text(info),
        Array list => new JsonArray([.. list.Cast<object>().Select(item => (JsonNode)item.ToString()!)]).ToJsonString(),
        _ => value.ToString() ?? "",
    };
}
