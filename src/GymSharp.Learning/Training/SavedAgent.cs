namespace GymSharp.Learning.Training;

/// <summary>Which of the agents that a run keeps.</summary>
public enum SavedAgent
{
    /// <summary>The best in the evaluations while training, or the last where there were none.</summary>
    Best,

    /// <summary>The one of the newest checkpoint.</summary>
    Last,
}
