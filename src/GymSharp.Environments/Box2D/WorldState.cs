using GymSharp.Physics2D;
using GymSharp.State;

namespace GymSharp.Environments.Box2D;

/// <summary>Saves worlds, and finds bodies and joints again in worlds that were loaded.</summary>
internal static class WorldState
{
    /// <summary>Writes a world, or reads another one.</summary>
    /// <param name="sync">Reads or writes.</param>
    /// <param name="world">The present world, which is written.</param>
    /// <param name="listener">Listens to a world that was read.</param>
    /// <returns>The world that was written or read.</returns>
    public static World Sync(StateSync sync, World? world, IContactListener listener)
    {
        byte[] bytes = sync.IsReading ? [] : world!.Save();
        sync.Sync(ref bytes);
        if (!sync.IsReading)
        {
            return world!;
        }

        try
        {
            World loaded = World.Load(bytes);
            loaded.ContactListener = listener;
            return loaded;
        }
        catch (FormatException error)
        {
            throw new StateFormatException("The saved state is damaged: its world cannot be loaded.", error);
        }
    }

    /// <summary>Writes which body it is, or finds it in a world that was read.</summary>
    public static Body Sync(StateSync sync, World world, Body? body)
    {
        int id = body?.Id ?? 0;
        sync.Sync(ref id);
        return sync.IsReading ? Find(() => world.GetBody(id)) : body!;
    }

    /// <summary>Writes which joint it is, or finds it in a world that was read.</summary>
    public static RevoluteJoint Sync(StateSync sync, World world, RevoluteJoint? joint)
    {
        int id = joint?.Id ?? 0;
        sync.Sync(ref id);
        return sync.IsReading
            ? Find(() => world.GetJoint(id)) as RevoluteJoint ?? throw Damaged()
            : joint!;
    }

    /// <summary>Writes which bodies they are, or finds them in a world that was read.</summary>
    public static void Sync(StateSync sync, World world, List<Body> bodies)
    {
        int count = sync.SyncLength(bodies.Count, sizeof(int));
        if (sync.IsReading)
        {
            bodies.Clear();
        }

        for (int i = 0; i < count; i++)
        {
            Body body = Sync(sync, world, sync.IsReading ? null : bodies[i]);
            if (sync.IsReading)
            {
                bodies.Add(body);
            }
        }
    }

    private static T Find<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (KeyNotFoundException)
        {
            throw Damaged();
        }
    }

    private static StateFormatException Damaged() =>
        new("The saved state is damaged: it names bodies or joints that its world does not have.");
}
