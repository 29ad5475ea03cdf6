using GymSharp.Learning.PolicyGradient;
using GymSharp.Learning.Views;
using GymSharp.Neural;
using GymSharp.Neural.Initialization;
using GymSharp.Neural.Layers;
using GymSharp.Randomness;

namespace GymSharp.Learning.Networks;

/// <summary>The hidden layers that suit an observation.</summary>
internal static class Trunk
{
    /// <summary>Adds the layers to a set.</summary>
    public static (Module Module, int OutputSize) Make(
        ParameterSet set, string name, TrainingEnv env, ActorCriticOptions options, Initializer initializer, Rng rng)
    {
        int[] sizes = [env.ObservationSize, .. options.Hidden];
        Mlp mlp = new(set, name, sizes, initializer, rng, options.Activation);
        return (new Flat(mlp), mlp.OutputSize);
    }

    private sealed class Flat(Mlp mlp) : Module
    {
        public override Tensor Forward(Tensor input) =>
            mlp.Forward(input.Reshape(new Shape(input.Shape.Rows, input.Shape.Columns)));
    }
}
