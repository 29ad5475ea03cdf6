namespace GymSharp.Learning.Schedules;

/// <summary>How a value moves from its start to its end.</summary>
public enum ScheduleKind
{
    /// <summary>Stays at the start.</summary>
    Constant,

    /// <summary>In a straight line, then stays at the end.</summary>
    Linear,

    /// <summary>By equal factors, then stays at the end.</summary>
    Exponential,

    /// <summary>
    /// Along half a wave of the cosine, slowly at both ends, then stays at the end. Loshchilov and Hutter (2017),
    /// equation 5, without restarts.
    /// </summary>
    Cosine,
}
