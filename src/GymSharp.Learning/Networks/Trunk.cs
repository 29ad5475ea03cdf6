using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Neural.Networks;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>
/// The hidden layers that suit an observation: convolutions for pictures, else linear layers, or none at all.
/// </summary>
internal static class Trunk
{
    // The smallest picture that three strided convolutions leave something of.
    private const int NatureLeast = 36;

    /// <summary>Whether there are convolutions.</summary>
    public static bool IsConvolutional(TrainingEnv env, PolicyOptions options) =>
        options.Convolutions && env.ObservationShape.Rank == 3;

    /// <summary>Adds the layers to a set.</summary>
    public static (Module Module, int OutputSize) Make(
        ParameterSet set, string name, TrainingEnv env, PolicyOptions options, Rng rng)
    {
        Shape shape = env.ObservationShape;
        Initializer initializer = options.Orthogonal ? new Orthogonal(Math.Sqrt(2)) : new TorchDefault();
        bool isConvolutional = IsConvolutional(env, options);
        if (!isConvolutional && options.Hidden.Length == 0)
        {
            return (new Flatten(), shape.Length);
        }

        if (!isConvolutional)
        {
            Mlp mlp = new(
                set,
                name,
                new MlpOptions
                {
                    Inputs = shape.Length,
                    Hidden = options.Hidden,
                    Activation = options.Activation,
                    HiddenInitializer = initializer,
                },
                rng);
            return (mlp, mlp.Outputs);
        }

        CnnOptions picture = new() { Picture = shape, Initializer = initializer };
        return shape[0] >= NatureLeast && shape[1] >= NatureLeast
            ? (new NatureCnn(set, name, picture, rng), NatureCnn.Outputs)
            : (new MinAtarCnn(set, name, picture, rng), MinAtarCnn.Outputs);
    }
}
