namespace GymSharp.Physics2D;

/// <content>A step in two halves, between which <see cref="WorldLanes"/> does the iterations of many worlds.</content>
public sealed partial class World
{
    private TimeStep pending;
    private bool awaitsIterations;

    /// <summary>Everything before the iterations.</summary>
    /// <returns>
    /// The island whose iterations are to be done by the caller, if there is but one; otherwise all is solved here.
    /// </returns>
    internal Island? OpenTogether(float dt, int velocityIterations, int positionIterations)
    {
        pending = Open(dt, velocityIterations, positionIterations);
        awaitsIterations = false;
        try
        {
            Contacts.Collide();
            int seed = dt > 0.0f ? FirstIsland() : -1;
            if (seed >= 0 && SeedAfter(seed) < 0)
            {
                island.Prepare(pending, Gravity);
                awaitsIterations = true;
                return island;
            }

            for (; seed >= 0; seed = NextIsland(seed))
            {
                island.Solve(pending, Gravity, allowSleep, Contacts.Listener);
                island.ReleaseStaticBodies();
            }

            return null;
        }
        catch
        {
            isLocked = false;
            throw;
        }
    }

    /// <summary>The step whose iterations are to be done.</summary>
    internal ref readonly TimeStep Pending => ref pending;

    /// <summary>Everything after the iterations.</summary>
    /// <param name="solved">Whether the island's positions came to be within their slop.</param>
    internal void CloseTogether(bool solved)
    {
        try
        {
            if (awaitsIterations)
            {
                island.Store(pending.Dt, allowSleep, solved, Contacts.Listener);
                island.ReleaseStaticBodies();
            }

            if (pending.Dt > 0.0f)
            {
                Finish(pending);
            }
        }
        finally
        {
            isLocked = false;
        }

        if (AutoClearForces)
        {
            ClearForces();
        }
    }
}
