using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>
/// Convolutions for observations that are pictures, or that have pictures among their parts; those go through networks
/// of their own, and the other parts stay as they are.
/// </summary>
internal static class PictureExtractor
{
    // The smallest picture that three strided convolutions leave something of.
    private const int NatureLeast = 36;

    /// <summary>Whether there is a picture among the parts.</summary>
    public static bool HasPicture(IReadOnlyList<ObservationPart> parts) => parts.Any(IsPicture);

    /// <summary>Whether the observation is a picture and nothing else.</summary>
    public static bool IsPictureAlone(IReadOnlyList<ObservationPart> parts) => parts.Count == 1 && HasPicture(parts);

    /// <summary>Adds the networks to a set.</summary>
    /// <param name="set">Where they go.</param>
    /// <param name="name">Name of the extractor; the key of a part is added to it.</param>
    /// <param name="parts">The parts of an observation, a picture at least among them.</param>
    /// <param name="initializer">Draws weights.</param>
    /// <param name="rng">What it draws from.</param>
    public static (Module Module, int Outputs) Make(
        ParameterSet set, string name, IReadOnlyList<ObservationPart> parts, Initializer initializer, Rng rng)
    {
        if (IsPictureAlone(parts))
        {
            return Convolutions(set, name, new CnnOptions { Picture = parts[0].Shape, Initializer = initializer }, rng);
        }

        CombinedExtractor combined = new(parts.Select(part =>
        {
            int width = part.Shape.Length;
            if (!IsPicture(part))
            {
                return new CombinedExtractor.Part(width, null, width);
            }

            CnnOptions options = new() { Picture = part.Shape, Initializer = initializer };
            (Module network, int features) = Convolutions(set, $"{name}.{part.Name}", options, rng);
            return new CombinedExtractor.Part(width, network, features);
        }));
        return (combined, combined.Outputs);
    }

    private static bool IsPicture(ObservationPart part) => part.Shape.Rank == 3;

    private static (Module Module, int Outputs) Convolutions(
        ParameterSet set, string name, CnnOptions options, Rng rng) =>
        options.Picture[0] >= NatureLeast && options.Picture[1] >= NatureLeast
            ? (new NatureCnn(set, name, options, rng), NatureCnn.Outputs)
            : (new MinAtarCnn(set, name, options, rng), MinAtarCnn.Outputs);
}
