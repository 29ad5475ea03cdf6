namespace GymSharp.Mujoco;

/// <summary>How a goal environment pays.</summary>
public enum GoalReward
{
    /// <summary>By whether the goal is reached (<c>sparse</c>).</summary>
    Sparse,

    /// <summary>By how far it is (<c>dense</c>).</summary>
    Dense,
}
