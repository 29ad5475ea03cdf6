namespace GymSharp.Learning.Replay;

/// <summary>How a replay buffer keeps the numbers of an observation.</summary>
public enum ObservationStorage
{
    /// <summary>As float32.</summary>
    Single,

    /// <summary>
    /// As bytes, a quarter of the memory: whole numbers from 0 to 255 times a scale, such as pixels or flags.
    /// </summary>
    Byte,
}
