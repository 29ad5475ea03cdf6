namespace GymSharp.Mujoco.Locomotion;

/// <summary>Sizes and names of what a task gives back.</summary>
/// <param name="ObservationLength">Numbers in an observation.</param>
/// <param name="StepInfo">Info of a step.</param>
/// <param name="ResetInfo">Info of a reset.</param>
internal sealed record TaskLayout(int ObservationLength, InfoNumbers StepInfo, InfoNumbers ResetInfo)
{
    /// <summary>A layout whose infos hold one number per name.</summary>
    /// <param name="observationLength">Numbers in an observation.</param>
    /// <param name="step">Names of a step's info, in order.</param>
    /// <param name="reset">Names of a reset's info, in order.</param>
    public static TaskLayout Of(int observationLength, string[] step, string[] reset) =>
        new(observationLength, Numbers(step), Numbers(reset));

    private static InfoNumbers Numbers(string[] names) =>
        new(Array.ConvertAll(names, name => (name, (int?)null)));
}
