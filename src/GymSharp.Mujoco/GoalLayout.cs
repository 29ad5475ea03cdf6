namespace GymSharp.Mujoco;

/// <summary>The sizes of a goal environment.</summary>
/// <param name="ObservationLength">Numbers of an observation without goals.</param>
/// <param name="GoalLength">Numbers of a goal.</param>
/// <param name="ActionLength">Numbers of an action.</param>
/// <param name="RenderFps">Pictures per second of simulated time.</param>
/// <param name="Mark">The model's site that shows the goal.</param>
internal sealed record GoalLayout(
    int ObservationLength, int GoalLength, int ActionLength, int RenderFps, string Mark);
