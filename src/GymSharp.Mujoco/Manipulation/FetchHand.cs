namespace GymSharp.Mujoco.Manipulation;

/// <summary>The robot's hand: it is moved by a body that it is welded to, and tells what it feels.</summary>
internal sealed class FetchHand
{
    private const double Reach = 0.05;
    private const int FirstSteps = 10;
    private static readonly double[] Down = [1, 0, 1, 0];
    private static readonly double[] FirstMove = [-0.498, 0.005, -0.431];
    private readonly MujocoModel model;
    private readonly MujocoData data;
    private readonly bool hasClosedFingers;
    private readonly int subSteps;
    private readonly double duration;
    private readonly int body;
    private readonly int grip;
    private readonly int thing;
    private readonly int rightFinger;
    private readonly int leftFinger;
    private readonly double[] translation;
    private readonly double[] rotation;

    /// <summary>Finds the hand in a simulation.</summary>
    /// <param name="data">The simulation.</param>
    /// <param name="hasClosedFingers">Whether the fingers are kept closed.</param>
    /// <param name="subSteps">Physics steps of a step.</param>
    public FetchHand(MujocoData data, bool hasClosedFingers, int subSteps)
    {
        this.data = data;
        this.hasClosedFingers = hasClosedFingers;
        this.subSteps = subSteps;
        model = data.Model;
        duration = subSteps * model.Timestep;
        body = model.BodyId("robot0:gripper_link");
        grip = model.SiteId("robot0:grip");
        thing = HasSite("object0") ? model.SiteId("object0") : -1;
        rightFinger = model.JointId("robot0:r_gripper_finger_joint");
        leftFinger = model.JointId("robot0:l_gripper_finger_joint");
        translation = new double[3 * model.Nv];
        rotation = new double[3 * model.Nv];
    }

    /// <summary>The place between the finger tips.</summary>
    public ReadOnlySpan<double> Grip => data.SiteXpos.Slice(3 * grip, 3);

    /// <summary>The place of the object.</summary>
    public ReadOnlySpan<double> Object => data.SiteXpos.Slice(3 * thing, 3);

    /// <summary>The object's place and orientation as positions of its joint.</summary>
    public Span<double> ObjectPose => data.Qpos.Slice(model.JointQposAddress[model.JointId("object0:joint")], 7);

    /// <summary>Puts the robot before the table, and its hand where episodes begin.</summary>
    public void Prepare(FetchTask task)
    {
        data.Reset();
        Position("robot0:slide0") = task.Base.X;
        Position("robot0:slide1") = task.Base.Y;
        if (task.HasObject)
        {
            task.ObjectPose.CopyTo(ObjectPose);
        }

        data.Forward();
        Span<double> place = data.MocapPos;
        for (int i = 0; i < 3; i++)
        {
            place[i] = Grip[i] + FirstMove[i];
        }

        place[2] += task.ExtraHeight;
        Down.CopyTo(data.MocapQuat);
        data.Step(FirstSteps * subSteps);
    }

    /// <summary>Moves the hand for one step.</summary>
    /// <param name="action">Three numbers for the way and one for the fingers, between −1 and 1.</param>
    public void Move(ReadOnlySpan<float> action)
    {
        Span<double> control = data.Ctrl;
        for (int i = 0; i < control.Length; i++)
        {
            // The fingers' motors are left, right; what they are told is where to go from where they are.
            int finger = i == 0 ? leftFinger : rightFinger;
            control[i] = data.Qpos[model.JointQposAddress[finger]] + (hasClosedFingers ? 0 : action[3]);
        }

        Span<double> place = data.MocapPos;
        Span<double> turn = data.MocapQuat;
        for (int i = 0; i < 3; i++)
        {
            place[i] = data.Xpos[(3 * body) + i] + (action[i] * (float)Reach);
        }

        for (int i = 0; i < 4; i++)
        {
            turn[i] = data.Xquat[(4 * body) + i] + Down[i];
        }

        data.Step(subSteps);
        if (hasClosedFingers)
        {
            data.Qpos[model.JointQposAddress[leftFinger]] = 0;
            data.Qpos[model.JointQposAddress[rightFinger]] = 0;
            data.Forward();
        }
    }

    /// <summary>Writes what the hand feels.</summary>
    /// <param name="observation">Receives 10 numbers, or 25 with an object.</param>
    /// <param name="hasObject">Whether there is an object.</param>
    public void Observe(Span<double> observation, bool hasObject)
    {
        Span<double> velocity = stackalloc double[3];
        Span<double> turning = stackalloc double[3];
        Speed(grip, velocity, turning);
        Grip.CopyTo(observation);
        int fingers = hasObject ? 9 : 3;
        observation[fingers] = data.Qpos[model.JointQposAddress[rightFinger]];
        observation[fingers + 1] = data.Qpos[model.JointQposAddress[leftFinger]];
        velocity.CopyTo(observation[^5..]);
        observation[^2] = data.Qvel[model.JointDofAddress[rightFinger]] * duration;
        observation[^1] = data.Qvel[model.JointDofAddress[leftFinger]] * duration;
        if (hasObject)
        {
            ObserveObject(observation, velocity);
        }
    }

    private void ObserveObject(Span<double> observation, ReadOnlySpan<double> handVelocity)
    {
        Object.CopyTo(observation[3..]);
        Angles(data.SiteXmat.Slice(9 * thing, 9), observation[11..]);
        Speed(thing, observation.Slice(14, 3), observation.Slice(17, 3));
        for (int i = 0; i < 3; i++)
        {
            observation[6 + i] = Object[i] - Grip[i];
            observation[14 + i] -= handVelocity[i];
        }
    }

    // Metres and radians per step.
    private void Speed(int site, Span<double> velocity, Span<double> turning)
    {
        data.SiteJacobian(site, translation, rotation);
        ReadOnlySpan<double> qvel = data.Qvel;
        for (int row = 0; row < 3; row++)
        {
            double linear = 0;
            double angular = 0;
            for (int i = 0; i < qvel.Length; i++)
            {
                linear += translation[(row * qvel.Length) + i] * qvel[i];
                angular += rotation[(row * qvel.Length) + i] * qvel[i];
            }

            velocity[row] = linear * duration;
            turning[row] = angular * duration;
        }
    }

    // Angles about x, y, z whose rotations, in this order about fixed axes, make the matrix.
    private static void Angles(ReadOnlySpan<double> matrix, Span<double> angles)
    {
        const double Flat = 4 * 2.220446049250313e-16;
        double cosine = Math.Sqrt((matrix[8] * matrix[8]) + (matrix[5] * matrix[5]));
        bool isRegular = cosine > Flat;
        angles[0] = isRegular ? -Math.Atan2(matrix[5], matrix[8]) : 0;
        angles[1] = -Math.Atan2(-matrix[2], cosine);
        angles[2] = isRegular ? -Math.Atan2(matrix[1], matrix[0]) : -Math.Atan2(-matrix[3], matrix[4]);
    }

    private bool HasSite(string name) =>
        Enumerable.Range(0, model.NSite).Any(site => model.Name("mjOBJ_SITE", site) == name);

    private ref double Position(string joint) => ref data.Qpos[model.JointQposAddress[model.JointId(joint)]];
}
