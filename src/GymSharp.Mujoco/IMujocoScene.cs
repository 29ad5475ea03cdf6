namespace GymSharp.Mujoco;

/// <summary>An environment whose simulation can be looked at: all that a renderer needs.</summary>
public interface IMujocoScene
{
    /// <summary>The model.</summary>
    MujocoModel Model { get; }

    /// <summary>The state of the simulation, as the last step or reset left it.</summary>
    MujocoData Data { get; }

    /// <summary>Size and camera of pictures.</summary>
    ViewOptions View { get; }
}
