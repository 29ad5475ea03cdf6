using GymSharp.Neural;
using GymSharp.Neural.Optimization;
using GymSharp.Neural.Threading;

namespace GymSharp.Learning.ValueBased;

/// <summary>Makes the optimiser that options name.</summary>
internal static class Optimizers
{
    public static Optimizer Create(ParameterSet set, ValueOptions options, ComputeTeam team)
    {
        double learningRate = options.LearningRate.At(0);
        return options.Optimizer switch
        {
            OptimizerKind.Adam => new Adam(
                set, new AdamOptions { LearningRate = learningRate, Epsilon = options.OptimizerEpsilon }, team),
            OptimizerKind.Sgd => new Sgd(set, new SgdOptions { LearningRate = learningRate }, team),
            OptimizerKind form => new RmsProp(
                set,
                new RmsPropOptions
                {
                    LearningRate = learningRate,
                    Decay = options.RmsDecay,
                    Epsilon = options.OptimizerEpsilon,
                    Form = form == OptimizerKind.RmsPropTf ? RmsPropForm.TensorFlow : RmsPropForm.Torch,
                },
                team),
        };
    }
}
