using GymSharp.Mujoco;
using GymSharp.Mujoco.Locomotion;
using GymSharp.Mujoco.Manipulation;
using GymSharp.Mujoco.Mazes;
using GymSharp.Mujoco.Roboschool;
using GymSharp.Registration;

[assembly: EnvironmentProvider(typeof(EnvironmentProvider))]

namespace GymSharp.Mujoco;

/// <summary>Registers every family of this assembly.</summary>
public sealed class EnvironmentProvider : IEnvironmentProvider
{
    /// <inheritdoc/>
    public void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        FetchFamily.Register(registry);
        LocomotionFamily.Register(registry);
        PointMazeFamily.Register(registry);
        RoboschoolFamily.Register(registry);
    }
}
