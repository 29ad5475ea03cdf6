namespace GymSharp.Vector;

/// <summary>
/// A fixed set of threads that do one job together, again and again. The calling thread is one of them; a team of one
/// has no other thread.
/// </summary>
/// <remarks>
/// <para>Members take the parts of a job as they get to them. So a member that the operating system keeps waiting holds
/// up nothing but the part it has begun.</para>
/// <para>Steps of simple environments take less time than waking a thread. So both sides first spin for a short while
/// and only then sleep on a monitor. Nothing is allocated per round.</para>
/// </remarks>
internal sealed class WorkerTeam : IDisposable
{
    // Some tens of microseconds: several rounds of a fast batch, no burden when a program pauses between rounds.
    private const int SpinRounds = 300;
    private const int SpinsPerRound = 10;

    private readonly IWorkerJob job;
    private readonly int parts;
    private readonly Thread[] threads;
    private readonly object gate = new();
    private readonly int spinRounds;

    // The number of the round in the upper half, the next part to take in the lower.
    private long claims;
    private int pending;
    private int sleepers;
    private int callerSleeps;
    private bool stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="job">What to do in each round.</param>
    /// <param name="parts">Parts of the job.</param>
    /// <param name="members">Members of the team, the caller included; at least 1.</param>
    public WorkerTeam(IWorkerJob job, int parts, int members)
    {
        this.job = job;
        this.parts = parts;
        claims = parts;

        // Members that share a processor only keep each other from running by spinning.
        spinRounds = members <= Environment.ProcessorCount ? SpinRounds : 0;
        threads = new Thread[members - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Serve) { IsBackground = true, Name = $"GymSharp worker {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Does one round. Returns when all parts are done.</summary>
    public void Run()
    {
        if (threads.Length == 0)
        {
            for (int part = 0; part < parts; part++)
            {
                job.Run(part);
            }

            return;
        }

        Volatile.Write(ref pending, parts);
        Announce(firstPart: 0);
        Work();
        AwaitOthers();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        stopping = true;
        Announce(firstPart: parts);
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    // The exchange is a full fence: either the caller sees the sleeper, or the sleeper sees the new round.
    private void Announce(int firstPart)
    {
        Interlocked.Exchange(ref claims, ((RoundOf(claims) + 1L) << 32) | (uint)firstPart);
        if (Volatile.Read(ref sleepers) > 0)
        {
            WakeAll();
        }
    }

    // A part that is taken cannot belong to a round that is over: the round waits for it.
    private void Work()
    {
        while (true)
        {
            long claim = Volatile.Read(ref claims);
            int part = (int)claim;
            if (part >= parts)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref claims, claim + 1, claim) != claim)
            {
                continue;
            }

            job.Run(part);
            if (Interlocked.Decrement(ref pending) == 0 && Volatile.Read(ref callerSleeps) != 0)
            {
                WakeAll();
            }
        }
    }

    private void AwaitOthers()
    {
        for (int i = 0; i < spinRounds; i++)
        {
            if (Volatile.Read(ref pending) == 0)
            {
                return;
            }

            Thread.SpinWait(SpinsPerRound);
        }

        lock (gate)
        {
            Interlocked.Exchange(ref callerSleeps, 1);
            while (Volatile.Read(ref pending) != 0)
            {
                Monitor.Wait(gate);
            }

            Interlocked.Exchange(ref callerSleeps, 0);
        }
    }

    private void Serve()
    {
        int round = 0;
        while (true)
        {
            round = AwaitRoundAfter(round);
            if (stopping)
            {
                return;
            }

            Work();
        }
    }

    private int AwaitRoundAfter(int round)
    {
        for (int i = 0; i < spinRounds; i++)
        {
            int current = RoundOf(Volatile.Read(ref claims));
            if (current != round)
            {
                return current;
            }

            Thread.SpinWait(SpinsPerRound);
        }

        lock (gate)
        {
            Interlocked.Increment(ref sleepers);
            while (RoundOf(Volatile.Read(ref claims)) == round)
            {
                Monitor.Wait(gate);
            }

            Interlocked.Decrement(ref sleepers);
            return RoundOf(Volatile.Read(ref claims));
        }
    }

    private void WakeAll()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    private static int RoundOf(long claims) => (int)(claims >> 32);
}
