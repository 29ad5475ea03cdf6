using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <content>Saving.</content>
internal sealed partial class LanderSimulation
{
    /// <summary>Reads or writes the world.</summary>
    public void Sync(StateSync sync) => ArgumentNullException.ThrowIfNull(sync);
}
