using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Roboschool;

/// <summary>Where a walker is and how it moves, as Roboschool measures it.</summary>
/// <param name="X">Mean of all parts without the torso: centres of mass of bodies, and joints, m.</param>
/// <param name="Y">The same in y.</param>
/// <param name="Height">Centre of mass of the torso, m.</param>
/// <param name="Roll">Roll of the torso, rad.</param>
/// <param name="Pitch">Pitch of the torso, rad.</param>
/// <param name="Yaw">Yaw of the torso, rad.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WalkerPose(double X, double Y, double Height, double Roll, double Pitch, double Yaw)
{
    /// <summary>The walker's aim is a kilometre ahead, so that it never gets there.</summary>
    private const double TargetX = 1000;

    /// <summary>Metres to the aim.</summary>
    public double TargetDistance => Math.Sqrt((Y * Y) + ((TargetX - X) * (TargetX - X)));

    /// <summary>Angle between where the torso looks and the aim, rad.</summary>
    public double TargetAngle => Math.Atan2(-Y, TargetX - X) - Yaw;

    /// <summary>Measures.</summary>
    /// <param name="data">The simulation, all derived quantities up to date.</param>
    /// <param name="torso">The torso's number.</param>
    /// <param name="joints">The motored joints; each counts as a part of the body.</param>
    public static WalkerPose Of(MujocoData data, int torso, ReadOnlySpan<int> joints)
    {
        double x = 0;
        double y = 0;
        int parts = data.Model.NBody - 2 + joints.Length;
        for (int body = 1; body < data.Model.NBody; body++)
        {
            if (body != torso)
            {
                x += data.Xipos[3 * body];
                y += data.Xipos[(3 * body) + 1];
            }
        }

        foreach (int joint in joints)
        {
            x += data.Xanchor[3 * joint];
            y += data.Xanchor[(3 * joint) + 1];
        }

        (double roll, double pitch, double yaw) = Angles(data.Xquat.Slice(4 * torso, 4));
        return new(x / parts, y / parts, data.Xipos[(3 * torso) + 2], roll, pitch, yaw);
    }

    // The quaternion comes with its scalar first.
    private static (double Roll, double Pitch, double Yaw) Angles(ReadOnlySpan<double> quaternion)
    {
        double w = quaternion[0], x = quaternion[1], y = quaternion[2], z = quaternion[3];
        double xx = x * x, yy = y * y, zz = z * z, ww = w * w;
        double sine = -2 * ((x * z) - (y * w)) / (xx + yy + zz + ww);
        return (
            Math.Atan2(2 * ((y * z) + (x * w)), -xx - yy + zz + ww),
            Math.Asin(Math.Clamp(sine, -1, 1)),
            Math.Atan2(2 * ((x * y) + (z * w)), xx - yy - zz + ww));
    }
}
