using System.Runtime.InteropServices;

namespace GymSharp.Physics2D;

/// <content>Saving and loading.</content>
public sealed partial class World
{
    private const int FormatVersion = 1;

    /// <summary>The whole world as bytes: a loaded one steps on with the same bits.</summary>
    /// <remarks>
    /// With bodies, fixtures, joints and contacts go their order, the impulses to start from, the tree and what has
    /// yet to be looked for in it. Listeners, filters and the callers' objects do not go with them.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The world is in a step.</exception>
    public byte[] Save()
    {
        RequireUnlocked();
        WorldSync sync = new();
        Sync(sync);
        return sync.ToArray();
    }

    /// <summary>A world as it was saved, with bodies and joints of the same ids.</summary>
    /// <exception cref="FormatException">The bytes were not given by <see cref="Save"/>, or were changed.</exception>
    public static World Load(ReadOnlySpan<byte> saved)
    {
        World world = new(Vec2.Zero);
        WorldSync sync = new(saved);
        world.Sync(sync);
        return sync.IsAtEnd ? world : throw WorldSync.Damaged();
    }

    /// <summary>A hash of where all bodies are and how they move, bit for bit.</summary>
    public ulong StateHash()
    {
        ulong hash = 14695981039346656037UL;
        for (Body? body = firstBody; body is not null; body = body.Next)
        {
            ReadOnlySpan<float> state =
            [
                body.Frame.Position.X, body.Frame.Position.Y, body.Sweep.Angle,
                body.Velocity.X, body.Velocity.Y, body.Spin, body.IsAwake ? 1.0f : 0.0f,
            ];
            foreach (uint bits in MemoryMarshal.Cast<float, uint>(state))
            {
                hash = (hash ^ bits) * 1099511628211UL;
                hash ^= hash >> 29;
            }
        }

        return hash;
    }

    private void Sync(WorldSync sync)
    {
        if (sync.Sync(FormatVersion) != FormatVersion)
        {
            throw WorldSync.Damaged();
        }

        Gravity = sync.Sync(Gravity);
        WarmStarting = sync.Sync(WarmStarting);
        ContinuousPhysics = sync.Sync(ContinuousPhysics);
        AutoClearForces = sync.Sync(AutoClearForces);
        sync.Sync(ref allowSleep);
        sync.Sync(ref inverseStepBefore);
        SyncSlots(sync, bodySlots, freeBodySlots);
        SyncSlots(sync, jointSlots, freeJointSlots);
        BroadPhase.Sync(sync);
        SyncBodies(sync);
        SyncJoints(sync);
        SyncContacts(sync);

        // Loading creates fixtures; what is yet to be looked for stands in the broad phase.
        HasNewFixture = sync.Sync(HasNewFixture);
    }

    private static void SyncSlots<T>(WorldSync sync, List<T?> slots, Stack<int> free)
        where T : class
    {
        int count = sync.Count(slots.Count, 0);
        int[] order = sync.Copy<int>([.. free]);
        if (sync.IsReading)
        {
            slots.AddRange(new T?[count]);
            foreach (int id in order.Reverse())
            {
                free.Push(id);
            }
        }
    }

    private void SyncBodies(WorldSync sync)
    {
        ShapeTable shapes = new();
        Body[] oldestFirst = [.. Bodies.Reverse()];
        int count = sync.Count(BodyCount, sizeof(int));
        for (int i = 0; i < count; i++)
        {
            int id = sync.Sync(sync.IsReading ? 0 : oldestFirst[i].Id);
            Body body = sync.IsReading ? CreateAt(id) : oldestFirst[i];
            body.Sync(sync, shapes);
        }
    }

    private Body CreateAt(int id)
    {
        WorldSync.Check(id >= 0 && id < bodySlots.Count && bodySlots[id] is null);
        Body body = new();
        body.Initialize(this, id, new BodyDescription());
        bodySlots[id] = body;
        Link(body);
        return body;
    }

    private void SyncJoints(WorldSync sync)
    {
        Joint[] oldestFirst = [.. Joints.Reverse()];
        int count = sync.Count(JointCount, sizeof(int));
        for (int i = 0; i < count; i++)
        {
            Joint joint = JointTable.Sync(sync, this, sync.IsReading ? null : oldestFirst[i]);
            if (sync.IsReading)
            {
                WorldSync.Check(
                    joint.Id >= 0 && joint.Id < jointSlots.Count && jointSlots[joint.Id] is null);
                jointSlots[joint.Id] = joint;
                Link(joint);
            }
        }
    }

    private void SyncContacts(WorldSync sync)
    {
        List<Contact> oldestFirst = [];
        for (Contact? contact = Contacts.First; contact is not null; contact = contact.Next)
        {
            oldestFirst.Insert(0, contact);
        }

        int count = sync.Count(oldestFirst.Count, sizeof(int));
        for (int i = 0; i < count; i++)
        {
            Contact? contact = sync.IsReading ? null : oldestFirst[i];
            (Fixture fixtureA, int childA) = SyncPart(sync, contact?.FixtureA, contact?.ChildA ?? 0);
            (Fixture fixtureB, int childB) = SyncPart(sync, contact?.FixtureB, contact?.ChildB ?? 0);
            contact ??= Contacts.Restore(fixtureA, childA, fixtureB, childB);
            contact.Sync(sync);
        }
    }

    private (Fixture Fixture, int Child) SyncPart(WorldSync sync, Fixture? fixture, int child)
    {
        int id = sync.Sync(fixture?.Body.Id ?? 0);
        int place = sync.Sync(fixture?.Body.Fixtures.TakeWhile(other => other != fixture).Count() ?? 0);
        child = sync.Sync(child);
        if (fixture is null)
        {
            WorldSync.Check(id >= 0 && id < bodySlots.Count && bodySlots[id] is not null && place >= 0);
            fixture = bodySlots[id]!.Fixtures.ElementAtOrDefault(place) ?? throw WorldSync.Damaged();
            WorldSync.Check(child >= 0 && child < fixture.Shape.ChildCount && fixture.HasProxies);
        }

        return (fixture, child);
    }
}
