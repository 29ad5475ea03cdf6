using GymSharp.Physics2D;
using GymSharp.Vector;

namespace GymSharp.Environments.Box2D;

/// <summary>Steps the worlds of several environments side by side.</summary>
/// <typeparam name="TAction">Type of the actions.</typeparam>
internal sealed class WorldsAhead<TAction> : IStepAhead<TAction>
    where TAction : notnull
{
    private readonly IWorldEnv<TAction>[] envs;
    private readonly int[] prepared;
    private readonly World[] worlds;
    private readonly WorldLanes lanes = new();
    private readonly float dt;
    private readonly int velocityIterations;
    private readonly int positionIterations;
    private int count;

    private WorldsAhead(IWorldEnv<TAction>[] envs, float dt, int velocityIterations, int positionIterations)
    {
        this.envs = envs;
        this.dt = dt;
        this.velocityIterations = velocityIterations;
        this.positionIterations = positionIterations;
        prepared = new int[envs.Length];
        worlds = new World[envs.Length];
    }

    /// <summary>Makes it for environments that all have worlds; null where others are among them.</summary>
    public static WorldsAhead<TAction>? Of(
        IReadOnlyList<Env> envs, float dt, int velocityIterations, int positionIterations)
    {
        IWorldEnv<TAction>[] all = [.. envs.OfType<IWorldEnv<TAction>>()];
        return all.Length == envs.Count ? new(all, dt, velocityIterations, positionIterations) : null;
    }

    /// <inheritdoc/>
    public void Prepare(int index, TAction action)
    {
        if (envs[index].BeginStep(action) is { } world)
        {
            prepared[count] = index;
            worlds[count++] = world;
        }
    }

    /// <inheritdoc/>
    public void Run()
    {
        lanes.Step(worlds.AsSpan(0, count), dt, velocityIterations, positionIterations);
        for (int i = 0; i < count; i++)
        {
            envs[prepared[i]].EndStep(lanes.FailureOf(i));
        }

        count = 0;
    }
}
