namespace GymSharp.Wrappers;

/// <summary>An environment around another one.</summary>
public interface IWrapper
{
    /// <summary>The environment directly below.</summary>
    Env Wrapped { get; }
}
