using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <content>Saving.</content>
internal sealed partial class WalkerSimulation
{
    /// <summary>Reads or writes everything that decides the future.</summary>
    public void Sync(StateSync sync)
    {
        bool started = IsStarted;
        sync.Sync(ref started);
        world = WorldState.Sync(sync, world, this);
        WorldState.Sync(sync, world, ground);
        if (!started)
        {
            hull = null;
            return;
        }

        hull = WorldState.Sync(sync, world, hull);
        for (int i = 0; i < Limbs; i++)
        {
            limbs[i] = WorldState.Sync(sync, world, limbs[i]);
            joints[i] = WorldState.Sync(sync, world, joints[i]);
        }

        sync.Sync(touches.AsSpan());
        sync.Sync(ref hasFallen);
        Terrain.Sync(sync);
        Clouds.Sync(sync);
        Lidar.Sync(sync);
    }
}
