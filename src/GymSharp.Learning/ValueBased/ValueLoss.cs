namespace GymSharp.Learning.ValueBased;

/// <summary>How far a value is from its target.</summary>
public enum ValueLoss
{
    /// <summary>Huber's function: half the square up to an error of 1, a line beyond.</summary>
    Huber,

    /// <summary>The square.</summary>
    Mse,
}
