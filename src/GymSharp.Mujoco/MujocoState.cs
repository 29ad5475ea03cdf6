using GymSharp.State;

namespace GymSharp.Mujoco;

/// <summary>Saves and restores a simulation, so that it goes on bit for bit.</summary>
internal static class MujocoState
{
    // The first line is what a physics step starts from. The others were derived by the last one and are behind it:
    // rewards read them before the next step, renderers at any time, and deriving them anew would change them.
    private static readonly string[] Arrays =
    [
        "qpos", "qvel", "act", "ctrl", "qacc_warmstart", "qfrc_applied", "xfrc_applied", "mocap_pos", "mocap_quat",
        "userdata", "qacc", "xpos", "xquat", "xmat", "xipos", "ximat", "xanchor", "xaxis", "geom_xpos", "geom_xmat",
        "site_xpos", "site_xmat", "cam_xpos", "cam_xmat", "light_xpos", "light_xdir", "subtree_com", "cinert", "cvel",
        "ten_length", "ten_velocity", "sensordata", "actuator_force", "qfrc_actuator", "qfrc_constraint", "cacc",
        "cfrc_int", "cfrc_ext",
    ];

    /// <summary>Reads or writes the state of a simulation.</summary>
    /// <param name="sync">Reads or writes.</param>
    /// <param name="data">The simulation.</param>
    /// <exception cref="StateFormatException">The state is that of another model.</exception>
    public static void Sync(StateSync sync, MujocoData data)
    {
        double time = data.Time;
        sync.Sync(ref time);
        data.Time = time;
        foreach (string name in Arrays)
        {
            Span<double> values = data.Array(name).As<double>();
            int length = sync.SyncLength(values.Length, sizeof(double));
            if (length != values.Length)
            {
                throw new StateFormatException(
                    $"The saved state has {length} numbers of {name}, the model {values.Length}. Restore it into an "
                    + "environment made with the same id and arguments.");
            }

            sync.Sync(values);
        }
    }
}
