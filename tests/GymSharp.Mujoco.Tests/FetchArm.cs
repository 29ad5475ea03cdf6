namespace GymSharp.Mujoco.Tests;

/// <summary>Drives a Fetch model by the weld of its hand, as the tasks do.</summary>
internal sealed class FetchArm : IDisposable
{
    private const int SubSteps = 20;
    private const double Reach = 0.05;
    private static readonly double[] Down = [1, 0, 1, 0];
    private readonly MujocoModel model;
    private readonly MujocoData data;
    private readonly int[] fingers;
    private readonly int hand;
    private readonly int grip;

    /// <summary>Puts the base in its place and waits until the weld has brought the hand above the table.</summary>
    public FetchArm(string name, double baseX, double extraHeight)
    {
        model = MujocoModels.Load(name);
        data = new(model);
        hand = model.BodyId("robot0:gripper_link");
        grip = model.SiteId("robot0:grip");
        fingers = [Position("robot0:l_gripper_finger_joint"), Position("robot0:r_gripper_finger_joint")];
        data.Reset();
        data.Qpos[Position("robot0:slide0")] = baseX;
        data.Qpos[Position("robot0:slide1")] = 0.48;
        data.Forward();
        Place(Grip[0] - 0.498, Grip[1] + 0.005, Grip[2] - 0.431 + extraHeight);
        Down.CopyTo(data.MocapQuat);
        data.Step(10 * SubSteps);
    }

    public ReadOnlySpan<double> Grip => data.SiteXpos.Slice(3 * grip, 3);

    public ReadOnlySpan<double> Object => data.SiteXpos.Slice(3 * model.SiteId("object0"), 3);

    public void PutObject(double x, double y, double z)
    {
        double[] place = [x, y, z, 1, 0, 0, 0];
        place.CopyTo(data.Qpos[Position("object0:joint")..]);
        data.Forward();
    }

    /// <summary>Actions towards a place, each as long as the tasks allow.</summary>
    /// <param name="x">Where to.</param>
    /// <param name="y">Where to.</param>
    /// <param name="z">Where to.</param>
    /// <param name="fingers">1 opens and -1 closes where the fingers have motors; elsewhere they stay closed.</param>
    /// <param name="steps">How many actions.</param>
    public void MoveTo(double x, double y, double z, double fingers, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Act(Towards(x - Grip[0]), Towards(y - Grip[1]), Towards(z - Grip[2]), fingers);
        }
    }

    public void Dispose()
    {
        data.Dispose();
        model.Dispose();
    }

    private static double Towards(double distance) => Math.Clamp(1.2 * distance, -Reach, Reach);

    private void Act(double x, double y, double z, double opening)
    {
        ReadOnlySpan<double> at = data.Xpos.Slice(3 * hand, 3);
        Place(at[0] + x, at[1] + y, at[2] + z);
        for (int i = 0; i < 4; i++)
        {
            data.MocapQuat[i] = data.Xquat[(4 * hand) + i] + Down[i];
        }

        for (int i = 0; i < model.Nu; i++)
        {
            data.Ctrl[i] = data.Qpos[fingers[i]] + opening;
        }

        data.Step(SubSteps);
        if (model.Nu == 0)
        {
            data.Qpos[fingers[0]] = data.Qpos[fingers[1]] = 0;
            data.Forward();
        }
    }

    private void Place(double x, double y, double z)
    {
        double[] place = [x, y, z];
        place.CopyTo(data.MocapPos);
    }

    private int Position(string joint) => model.JointQposAddress[model.JointId(joint)];
}
