using GymSharp.Environments;
using GymSharp.Environments.Atari;
using GymSharp.Environments.Box2D;
using GymSharp.Environments.ClassicControl;
using GymSharp.Environments.MinAtar;
using GymSharp.Environments.ToyText;
using GymSharp.Registration;

[assembly: EnvironmentProvider(typeof(EnvironmentProvider))]

namespace GymSharp.Environments;

/// <summary>Registers every family of this assembly.</summary>
public sealed class EnvironmentProvider : IEnvironmentProvider
{
    /// <inheritdoc/>
    public void Register(EnvRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        AtariFamily.Register(registry);
        Box2DFamily.Register(registry);
        ClassicControlFamily.Register(registry);
        MinAtarFamily.Register(registry);
        ToyTextFamily.Register(registry);
    }
}
