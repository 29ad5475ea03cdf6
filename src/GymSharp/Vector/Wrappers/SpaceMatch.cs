using GymSharp.Spaces;

namespace GymSharp.Vector.Wrappers;

/// <summary>Checks that a batched space and a single one belong together.</summary>
internal static class SpaceMatch
{
    /// <summary>Warns where the batched space is not the batch of the single one.</summary>
    public static void WarnUnlessBatchOf(Space batched, Space single, VectorEnv envs, string what)
    {
        Space expected = SpaceUtilities.BatchSpace(single, envs.NumEnvs);
        if (!expected.Equals(batched))
        {
            GymLog.Warn(
                $"For {envs}, the {what} space and the batched single {what} space don't match as expected, "
                + $"{what} space: {batched}, batched single {what} space: {expected}");
        }
    }
}
