using System.Globalization;
using GymSharp.Learning.Runs;
using GymSharp.Neural;
using GymSharp.Neural.Serialization;

namespace GymSharp.Learning.Training;

/// <summary>The weights of a learner's networks as safetensors files, which other programs can read.</summary>
internal static class WeightFiles
{
    /// <summary>A file per network, by the end of its name; null where the learner has none.</summary>
    public static IReadOnlyDictionary<string, byte[]>? Of(ILearner learner, RunDescription description, long steps)
    {
        if (learner is not IHasNetworks networks)
        {
            return null;
        }

        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            ["format"] = "pt",
            ["algorithm"] = description.Algorithm,
            ["environment"] = description.Environment,
            ["step"] = steps.ToString(CultureInfo.InvariantCulture),
        };
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        foreach ((string name, ParameterSet set) in networks.Networks)
        {
            using MemoryStream stream = new();
            SafeTensors.Write(stream, set, metadata);
            files[$".{name}.safetensors"] = stream.ToArray();
        }

        return files;
    }
}
