using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>
/// The hidden layers that suit an observation: convolutions for a picture; linear layers, or none at all, for numbers;
/// and one after the other where a Dict holds both.
/// </summary>
internal static class Trunk
{
    /// <summary>Whether there are convolutions.</summary>
    public static bool IsConvolutional(TrainingEnv env, PolicyOptions options) =>
        options.Convolutions && PictureExtractor.HasPicture(env.ObservationParts);

    /// <summary>Adds the layers to a set.</summary>
    public static (Module Module, int OutputSize) Make(
        ParameterSet set, string name, TrainingEnv env, PolicyOptions options, Rng rng)
    {
        Initializer initializer = options.Orthogonal ? new Orthogonal(Math.Sqrt(2)) : new TorchDefault();
        (Module first, int width) = IsConvolutional(env, options)
            ? PictureExtractor.Make(set, name, env.ObservationParts, options.PictureNetwork, initializer, rng)
            : (new Flatten(), env.ObservationSize);
        bool isPicture = first is not (Flatten or CombinedExtractor);
        if (isPicture || options.Hidden.Length == 0)
        {
            return (first, width);
        }

        Mlp mlp = new(
            set,
            name,
            new MlpOptions
            {
                Inputs = width,
                Hidden = options.Hidden,
                Activation = options.Activation,
                HiddenInitializer = initializer,
            },
            rng);
        return (first is Flatten ? mlp : new Sequential(first, mlp), mlp.Outputs);
    }
}
