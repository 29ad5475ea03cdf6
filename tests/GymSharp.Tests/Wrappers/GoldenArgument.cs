using System.Text.Json.Nodes;
using GymSharp.Golden;

namespace GymSharp.Tests.Wrappers;

/// <summary>Arguments of wrappers as the recordings hold them.</summary>
internal static class GoldenArgument
{
    /// <summary>Reads a number, text, truth value, or list of one of them.</summary>
    public static object? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonArray { Count: > 0 } array when array.Any(item => item is JsonValue value && Text(value) is { } text && !IsNumber(text)) =>
            array.Select(item => item!.GetValue<string>()).ToArray(),
        JsonArray array when array.All(item => IsWhole(item!)) => array.Select(item => item!.GetValue<int>()).ToArray(),
        JsonArray array => array.Select(item => GoldenData.Number(item!)).ToArray(),
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        JsonValue value when Text(value) is { } text => text,
        _ => IsWhole(node) ? node.GetValue<int>() : node.GetValue<double>(),
    };

    private static string? Text(JsonValue value) => value.TryGetValue(out string? text) ? text : null;

    private static bool IsNumber(string text) => text is "inf" or "-inf" or "nan";

    private static bool IsWhole(JsonNode node) => !node.ToJsonString().AsSpan().ContainsAny(".einf\"");
}
