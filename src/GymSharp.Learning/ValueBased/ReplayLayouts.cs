using GymSharp.Learning.Replay;
using GymSharp.Learning.Views;
using GymSharp.Spaces;

namespace GymSharp.Learning.ValueBased;

/// <summary>The replay buffer that suits an environment.</summary>
internal static class ReplayLayouts
{
    /// <summary>Bytes where the view gives bytes, flags or ones among zeros; float32 elsewhere.</summary>
    public static ReplayLayout Of(TrainingEnv env, int capacity)
    {
        bool isPicture = env.SingleObservationSpace is Box<byte> { Shape.Count: 3 } box
            && box.High.All(bound => bound == byte.MaxValue);
        bool hasBytes =
            env.SingleObservationSpace is Box<byte> or Box<bool> or MultiBinary or Discrete or MultiDiscrete;
        return new ReplayLayout
        {
            Capacity = capacity,
            Envs = env.NumEnvs,
            ObservationSize = env.ObservationSize,
            Storage = hasBytes ? ObservationStorage.Byte : ObservationStorage.Single,
            ByteScale = isPicture ? 1f / byte.MaxValue : 1,
        };
    }
}
