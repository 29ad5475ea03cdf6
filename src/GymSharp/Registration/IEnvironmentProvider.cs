namespace GymSharp.Registration;

/// <summary>Registers a family of environments.</summary>
public interface IEnvironmentProvider
{
    /// <summary>Adds the family to a registry.</summary>
    void Register(EnvRegistry registry);
}
