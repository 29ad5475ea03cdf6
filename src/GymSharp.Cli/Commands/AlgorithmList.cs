using System.Globalization;
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
            foreach (OptionDescription option in OptionBinder.Describe(algorithm.OptionsType))
            {
                Console.WriteLine($"    {option.Name,-22} {option.Description}, {Default(option)}");
            }
        }

        return ErrorReport.Success;
    }

    private static string Default(OptionDescription option) => option.Default switch
    {
        null => "unset by default",
        Enum choice => "default " + OptionBinder.SnakeCase(choice.ToString()),
        IFormattable number => "default " + number.ToString(null, CultureInfo.InvariantCulture),
        object other => $"default {other}",
    };

    private static JsonObject Json(AlgorithmSpec algorithm)
    {
        JsonObject defaults = OptionBinder.ToJson(algorithm.BindOptions([]));
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
