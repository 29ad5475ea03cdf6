namespace GymSharp.Mujoco.Locomotion;

/// <summary>Which of Gymnasium's two forms of a task: they differ in observations, rewards and infos.</summary>
public enum TaskVersion
{
    /// <summary>The form of 2021, in which most published results were got.</summary>
    V4 = 4,

    /// <summary>The form of 2024, with more arguments and corrected rewards.</summary>
    V5 = 5,
}
