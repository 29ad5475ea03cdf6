using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Learning.Views;
using GymSharp.Spaces;

namespace GymSharp.Learning.Imitation;

/// <summary>What somebody saw and did, read from a file of recorded steps.</summary>
/// <remarks>
/// One JSON object per line: <c>{"reset": true, "observation": …}</c> begins an episode,
/// <c>{"action": …, "observation": …, "reward": …, "terminated": …, "truncated": …}</c> is a step; each action belongs
/// to the observation of the line before.
/// </remarks>
internal static class Demonstrations
{
    /// <summary>Reads the observations and actions of a file as rows.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A line is no step of such an environment; the message says which.</exception>
    public static (float[] Observations, float[] Actions) Read(string path, TrainingEnv env)
    {
        ObservationEncoder observations = ObservationEncoder.For(env.SingleObservationSpace);
        ActionDecoder actions = ActionDecoder.For(env.SingleActionSpace);
        List<float> seen = [];
        List<float> done = [];
        float[] before = new float[observations.Size];
        float[] action = new float[actions.Size];
        bool isUnderWay = false;
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            try
            {
                JsonNode step = JsonNode.Parse(line) ?? throw new FormatException("it is null");
                if (isUnderWay && step["action"] is { } taken)
                {
                    actions.EncodeValue(Value(env.SingleActionSpace, taken, "action"), action);
                    seen.AddRange(before);
                    done.AddRange(action);
                }

                observations.EncodeValue(Value(env.SingleObservationSpace, step["observation"], "observation"), before);
                isUnderWay = !IsTrue(step["terminated"]) && !IsTrue(step["truncated"]);
            }
            catch (Exception error) when (error is JsonException or FormatException or ArgumentException
                or InvalidOperationException)
            {
                throw new FormatException(
                    $"{path}, line {number} is no recorded step of this environment: {error.Message}", error);
            }
        }

        return done.Count > 0
            ? ([.. seen], [.. done])
            : throw new FormatException($"{path} has no steps. Record some with 'gymsharp rollout'.");
    }

    private static object Value(Space space, JsonNode? json, string name)
    {
        object value = space.ValueFromJson(json ?? throw new FormatException($"it has no {name}"));
        return space.ContainsValue(value)
            ? value
            : throw new FormatException($"the {name} {json.ToJsonString()} is not in {space}");
    }

    private static bool IsTrue(JsonNode? json) => json is not null && json.GetValue<bool>();
}
