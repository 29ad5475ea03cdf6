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
    /// <summary>What the option says of itself.</summary>
    public const string Choice = "which convolutions: auto, nature, fine, fine_wide, min_atar or impala";

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
    /// <param name="kind">Which networks.</param>
    /// <param name="initializer">Draws weights.</param>
    /// <param name="rng">What it draws from.</param>
    public static (Module Module, int Outputs) Make(
        ParameterSet set,
        string name,
        IReadOnlyList<ObservationPart> parts,
        PictureNetwork kind,
        Initializer initializer,
        Rng rng)
    {
        if (IsPictureAlone(parts))
        {
            return Convolutions(kind, set, name, Options(parts[0], initializer), rng);
        }

        CombinedExtractor combined = new(parts.Select(part =>
        {
            int width = part.Shape.Length;
            if (!IsPicture(part))
            {
                return new CombinedExtractor.Part(width, null, width);
            }

            (Module network, int features) = Convolutions(
                kind, set, $"{name}.{part.Name}", Options(part, initializer), rng);
            return new CombinedExtractor.Part(width, network, features);
        }));
        return (combined, combined.Outputs);
    }

    private static bool IsPicture(ObservationPart part) => part.Shape.Rank == 3;

    private static CnnOptions Options(ObservationPart part, Initializer initializer) =>
        new() { Picture = part.Shape, Initializer = initializer };

    private static (Module Module, int Outputs) Convolutions(
        PictureNetwork kind, ParameterSet set, string name, CnnOptions options, Rng rng) => kind switch
        {
            PictureNetwork.Nature => (new NatureCnn(set, name, options, rng), NatureCnn.Outputs),
            PictureNetwork.Fine => (new FineCnn(set, name, options, rng), FineCnn.Outputs),
            PictureNetwork.FineWide => (new FineWideCnn(set, name, options, rng), FineWideCnn.Outputs),
            PictureNetwork.MinAtar => (new MinAtarCnn(set, name, options, rng), MinAtarCnn.Outputs),
            PictureNetwork.Impala => (new ImpalaCnn(set, name, options, rng), ImpalaCnn.Outputs),
            _ when options.Picture[0] >= NatureLeast && options.Picture[1] >= NatureLeast =>
                Convolutions(PictureNetwork.Nature, set, name, options, rng),
            _ => Convolutions(PictureNetwork.MinAtar, set, name, options, rng),
        };
}
