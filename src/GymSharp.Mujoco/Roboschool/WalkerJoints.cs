using GymSharp.Randomness;

namespace GymSharp.Mujoco.Roboschool;

/// <summary>The motored joints of a walker, in the order of its actions.</summary>
internal sealed class WalkerJoints
{
    private readonly int[] ids;
    private readonly int[] positions;
    private readonly int[] speeds;
    private readonly (double Middle, double Half)[] ranges;

    /// <summary>Finds the joints in a model.</summary>
    public WalkerJoints(MujocoModel model, IReadOnlyList<(string Joint, double Power)> motors)
    {
        ids = [.. motors.Select(motor => model.JointId(motor.Joint))];
        positions = Array.ConvertAll(ids, id => model.JointQposAddress[id]);
        speeds = Array.ConvertAll(ids, id => model.JointDofAddress[id]);
        ranges = Array.ConvertAll(ids, id =>
        {
            (double low, double high) = (model.JointRange[2 * id], model.JointRange[(2 * id) + 1]);
            return (0.5 * (low + high), 0.5 * (high - low));
        });
    }

    /// <summary>Number of joints.</summary>
    public int Count => ids.Length;

    /// <summary>Their numbers in the model.</summary>
    public ReadOnlySpan<int> Ids => ids;

    /// <summary>Draws the angles of a start, between ± <paramref name="noise"/> rad whatever the range is.</summary>
    public void Place(MujocoData data, Rng rng, double noise)
    {
        foreach (int position in positions)
        {
            data.Qpos[position] = rng.Uniform(-noise, noise);
        }
    }

    /// <summary>Writes for each joint its place in its range, −1 to 1, and its speed, a tenth of rad/s.</summary>
    public void Measure(MujocoData data, Span<double> row)
    {
        for (int i = 0; i < ids.Length; i++)
        {
            (double middle, double half) = ranges[i];
            row[2 * i] = (data.Qpos[positions[i]] - middle) / half;
            row[(2 * i) + 1] = 0.1 * data.Qvel[speeds[i]];
        }
    }
}
