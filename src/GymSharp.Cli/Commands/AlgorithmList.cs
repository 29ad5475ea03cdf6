using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Learning.Options;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Commands;

/// <summary>The algorithms and their options, for <c>gymsharp train --list</c>.</summary>
internal static class AlgorithmList
{
    public static int Print(bool json)
    {
        if (json)
        {
            JsonOutput.Print(new JsonArray([.. AlgorithmCatalog.All.Select(Json)]));
            return ErrorReport.Success;
        }

        foreach (AlgorithmSpec algorithm in AlgorithmCatalog.All)
        {
            Console.WriteLine($"{algorithm.Name}: {algorithm.Description}");
            JsonObject defaults = Defaults(algorithm);
            foreach (OptionDescription option in OptionBinder.Describe(algorithm.OptionsType))
            {
                Console.WriteLine($"    {option.Name,-22} {option.Description}, {Default(defaults[option.Name])}");
            }
        }

        return ErrorReport.Success;
    }

    // As the record has them, unchecked: an algorithm may need an option that only the user can give.
    private static JsonObject Defaults(AlgorithmSpec algorithm) =>
        OptionBinder.ToJson(Activator.CreateInstance(algorithm.OptionsType)!);

    private static string Default(JsonNode? value) =>
        value is null ? "unset by default"
        : value is JsonValue text && text.TryGetValue(out string? word) ? $"default {word}"
        : $"default {value.ToJsonString()}";

    private static JsonObject Json(AlgorithmSpec algorithm)
    {
        JsonObject defaults = Defaults(algorithm);
        return new()
        {
            ["name"] = algorithm.Name,
            ["description"] = algorithm.Description,
            ["options"] = new JsonArray([.. OptionBinder.Describe(algorithm.OptionsType).Select(option => new JsonObject
            {
                ["name"] = option.Name,
                ["description"] = option.Description,
                ["default"] = defaults[option.Name]?.DeepClone(),
            })]),
        };
    }
}
