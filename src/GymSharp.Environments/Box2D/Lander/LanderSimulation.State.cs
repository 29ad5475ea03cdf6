using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <content>Saving.</content>
internal sealed partial class LanderSimulation
{
    /// <summary>Reads or writes everything that decides the future.</summary>
    public void Sync(StateSync sync)
    {
        bool started = IsStarted;
        sync.Sync(ref started);
        if (!started)
        {
            world = null;
            return;
        }

        World present = WorldState.Sync(sync, world, this);
        hull = WorldState.Sync(sync, present, hull);
        for (int i = 0; i < Legs; i++)
        {
            legs[i] = WorldState.Sync(sync, present, legs[i]);
        }

        sync.Sync(touches.AsSpan());
        sync.Sync(ref hasCrashed);
        sync.Sync(ref windIndex);
        sync.Sync(ref torqueIndex);
        Terrain.Sync(sync);
        Particles.Sync(sync, present);
        world = present;
    }
}
