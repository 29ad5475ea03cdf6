using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Learning.Evaluation;

namespace GymSharp.Learning.Runs;

/// <summary>An evaluation as JSON.</summary>
public static class EvaluationJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>
    /// <c>mean_return</c>, <c>std_return</c>, <c>min</c>, <c>max</c>, <c>mean_length</c>, <c>episodes</c>; for tasks
    /// with goals also <c>success_rate</c>.
    /// </summary>
    public static JsonObject Of(EvaluationResult evaluation)
    {
        JsonObject json = new()
        {
            ["mean_return"] = evaluation.MeanReturn,
            ["std_return"] = evaluation.StdReturn,
            ["min"] = evaluation.Min,
            ["max"] = evaluation.Max,
            ["mean_length"] = evaluation.MeanLength,
            ["episodes"] = evaluation.Episodes,
        };
        if (evaluation.SuccessRate is { } rate)
        {
            json["success_rate"] = rate;
        }

        return json;
    }

    /// <summary>The same as indented UTF-8 text.</summary>
    public static byte[] Bytes(EvaluationResult evaluation) =>
        Encoding.UTF8.GetBytes(Of(evaluation).ToJsonString(Indented) + "\n");
}
