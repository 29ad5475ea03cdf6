namespace GymSharp.Learning.Options;

/// <summary>Options of an algorithm that learns from several environments side by side.</summary>
public interface IVectorOptions
{
    /// <summary>Number of environments, at least 1.</summary>
    int Envs { get; }
}
