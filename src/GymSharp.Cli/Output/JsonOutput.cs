using System.Text.Json;
using System.Text.Json.Nodes;

namespace GymSharp.Cli.Output;

/// <summary>Results as JSON on standard output.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The option that asks for it.</summary>
    public static System.CommandLine.Option<bool> Option() => new("--json") { Description = "Print JSON." };

    public static void Print(JsonNode json) => Console.WriteLine(json.ToJsonString(Indented));

    /// <summary>A number, or text where JSON has no number for it.</summary>
    public static JsonNode Number(double number) => double.IsFinite(number)
        ? JsonValue.Create(number)
        : JsonValue.Create(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
}
