namespace GymSharp.Wrappers;

/// <summary>A time limit whose types are not known.</summary>
internal interface ITimeLimit
{
    /// <summary>The step that truncates an episode.</summary>
    int MaxEpisodeSteps { get; }
}
