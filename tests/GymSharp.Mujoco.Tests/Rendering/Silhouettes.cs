using GymSharp.Mujoco.Rendering;
using GymSharp.Rendering;

namespace GymSharp.Mujoco.Tests.Rendering;

/// <summary>Finds what of a picture is the robot: what changes when it is taken out of sight.</summary>
internal static class Silhouettes
{
    private const int Visible = 24;

    /// <summary>A picture of a model in its first pose, and which of its pixels show the robot.</summary>
    public static (Frame Frame, bool[] Mask) Take(string model, ViewOptions view)
    {
        using MujocoModel compiled = MujocoModels.Load(model);
        using MujocoData data = new(compiled);
        data.Forward();
        using MujocoRenderer renderer = new(compiled, view);
        Frame with = renderer.Render(data);

        // High above the camera, and its shadow far away.
        data.Qpos[0] = 500;
        data.Qpos[2] = 500;
        data.Forward();
        Frame without = renderer.Render(data);
        bool[] mask = new bool[with.Width * with.Height];
        for (int i = 0; i < mask.Length; i++)
        {
            mask[i] = Difference(with, without, i) > Visible;
        }

        return (with, mask);
    }

    /// <summary>How much two masks have in common: 1 where they are the same.</summary>
    public static double Overlap(bool[] one, bool[] other) =>
        (double)one.Zip(other).Count(pair => pair.First && pair.Second)
        / one.Zip(other).Count(pair => pair.First || pair.Second);

    private static int Difference(Frame one, Frame other, int pixel) => Enumerable.Range(3 * pixel, 3)
        .Max(i => Math.Abs(one.Pixels[i] - other.Pixels[i]));
}
