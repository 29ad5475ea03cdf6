using System.Text.Json;

namespace GymSharp.Cli;

/// <summary>The numbers in nested JSON, in order, as exact text.</summary>
internal static class Leaves
{
    /// <summary>Two lists are equal exactly where every number has the same bits; true and false count as 1 and 0.</summary>
    public static IReadOnlyList<string> Of(JsonElement json)
    {
        List<string> leaves = [];
        Collect(json, leaves);
        return leaves;
    }

    private static void Collect(JsonElement json, List<string> leaves)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Collect(item, leaves);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    leaves.Add(member.Name);
                    Collect(member.Value, leaves);
                }

                break;
            case JsonValueKind.Number:
                leaves.Add(BitConverter.DoubleToUInt64Bits(json.GetDouble()).ToString("x16"));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                leaves.Add(BitConverter.DoubleToUInt64Bits(json.GetBoolean() ? 1 : 0).ToString("x16"));
                break;
            default:
                leaves.Add(json.ToString());
                break;
        }
    }
}
