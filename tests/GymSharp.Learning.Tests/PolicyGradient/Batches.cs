using GymSharp.Learning.Views;
using GymSharp.Vector;

namespace GymSharp.Learning.PolicyGradient;

/// <summary>Environments for tests.</summary>
internal static class Batches
{
    public static TrainingEnv Make(string id, int count) => new(Gym.MakeVec(
        id, count, new MakeVecOptions { Mode = VectorizationMode.Sync, Autoreset = AutoresetMode.SameStep }));
}
