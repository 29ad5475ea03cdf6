using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Spaces;

namespace GymSharp.Cli.Commands;

/// <summary>Reads the actions of a rollout.</summary>
internal static class ActionFile
{
    /// <summary>Reads a JSON array of actions and converts each to the action space's type.</summary>
    /// <exception cref="UsageException">It is not an array, or an action is not one of the space.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static object[] Read(string file, Space space)
    {
        JsonArray array = Parse(file);
        object[] actions = new object[array.Count];
        for (int i = 0; i < actions.Length; i++)
        {
            actions[i] = Convert(space, array[i], i);
        }

        return actions;
    }

    private static JsonArray Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonArray
                ?? throw new UsageException($"--actions {file}: expected a JSON array with one entry per step.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"--actions {file}: not JSON: {error.Message}");
        }
    }

    private static object Convert(Space space, JsonNode? json, int index)
    {
        object action;
        try
        {
            action = space.ValueFromJson(json);
        }
        catch (FormatException error)
        {
            throw new UsageException($"Action {index} of the file is not one of {space}: {error.Message}");
        }

        // Environments accept points outside a Box and clip them, as Gymnasium's do; a choice must be one of those
        // there are.
        bool isChoice = space is Discrete or LongDiscrete or MultiDiscrete or MultiBinary;
        return isChoice && !space.ContainsValue(action)
            ? throw new UsageException($"Action {index} of the file, {json?.ToJsonString()}, is not one of {space}.")
            : action;
    }
}
