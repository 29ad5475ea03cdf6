using System.Runtime.InteropServices;

namespace GymSharp.Vector;

/// <summary>
/// A fixed set of threads that do one job together, again and again. The calling thread is one of them; a team of one
/// has no other thread.
/// </summary>
/// <remarks>
/// <para>Every member has parts of its own, the same in each round, so that what they work on stays in its core's
/// cache. Who is done takes parts of the others, from their ends. So a member that the operating system keeps waiting
/// holds up nothing but the part it has begun.</para>
/// <para>Steps of simple environments take less time than waking a thread. So both sides first spin for a short while
/// and only then sleep on a monitor. Nothing is allocated per round.</para>
/// </remarks>
internal sealed class WorkerTeam : IDisposable
{
    // Some tens of microseconds: several rounds of a fast batch, no burden when a program pauses between rounds.
    private const int SpinRounds = 300;
    private const int SpinsPerRound = 10;

    private const int PartBits = 20;
    private const int MostParts = (1 << PartBits) - 1;

    private readonly IWorkerJob job;
    private readonly int parts;
    private readonly Thread[] threads;
    private readonly object gate = new();
    private readonly int spinRounds;

    // What is left of each member's parts.
    private readonly Share[] shares;
    private int round;
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, MostParts);
        this.job = job;
        this.parts = parts;
        shares = new Share[members];

        // Members that share a processor only keep each other from running by spinning.
        spinRounds = members <= Environment.ProcessorCount ? SpinRounds : 0;
        threads = new Thread[members - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int member = i + 1;
            threads[i] = new Thread(() => Serve(member)) { IsBackground = true, Name = $"GymSharp worker {i + 1}" };
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
        for (int member = 0; member < shares.Length; member++)
        {
            shares[member].Set(round + 1, StartOf(member), StartOf(member + 1));
        }

        Announce();
        Work(member: 0, round);
        AwaitOthers();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        stopping = true;
        Announce();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private int StartOf(int member) => (int)((long)member * parts / shares.Length);

    // The increment is a full fence: either the caller sees the sleeper, or the sleeper sees the new round.
    private void Announce()
    {
        Interlocked.Increment(ref round);
        if (Volatile.Read(ref sleepers) > 0)
        {
            WakeAll();
        }
    }

    // A part that is taken cannot belong to a round that is over: the round waits for it. Who is late in one round
    // takes nothing of the next before it knows of that, or it would begin with what is not its own.
    private void Work(int member, int known)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            int owner = (member + i) % shares.Length;
            while (shares[owner].TryTake(known, isOwner: i == 0, out int part))
            {
                job.Run(part);
                if (Interlocked.Decrement(ref pending) == 0 && Volatile.Read(ref callerSleeps) != 0)
                {
                    WakeAll();
                }
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

    private void Serve(int member)
    {
        int known = 0;
        while (true)
        {
            known = AwaitRoundAfter(known);
            if (stopping)
            {
                return;
            }

            Work(member, known);
        }
    }

    private int AwaitRoundAfter(int known)
    {
        for (int i = 0; i < spinRounds; i++)
        {
            int current = Volatile.Read(ref round);
            if (current != known)
            {
                return current;
            }

            Thread.SpinWait(SpinsPerRound);
        }

        lock (gate)
        {
            Interlocked.Increment(ref sleepers);
            while (Volatile.Read(ref round) == known)
            {
                Monitor.Wait(gate);
            }

            Interlocked.Decrement(ref sleepers);
            return Volatile.Read(ref round);
        }
    }

    private void WakeAll()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    // Alone on its lines of cache: the owner takes from it all the time. In one number, so that it changes as a
    // whole: 24 bits of the round, by which a late taker notices that it is over, 20 of the first part left, 20 of
    // the end.
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Share
    {
        private long packed;

        public void Set(int round, int start, int end) =>
            Volatile.Write(ref packed, ((long)round << (2 * PartBits)) | ((long)start << PartBits) | (uint)end);

        public bool TryTake(int round, bool isOwner, out int part)
        {
            while (true)
            {
                long seen = Volatile.Read(ref packed);
                int start = (int)(seen >> PartBits) & MostParts;
                int end = (int)seen & MostParts;
                part = isOwner ? start : end - 1;
                if (start >= end || ((seen >> (2 * PartBits)) ^ round) << (2 * PartBits) != 0)
                {
                    return false;
                }

                long rest = isOwner ? seen + (1L << PartBits) : seen - 1;
                if (Interlocked.CompareExchange(ref packed, rest, seen) == seen)
                {
                    return true;
                }
            }
        }
    }
}
