namespace GymSharp.Neural.Threading;

/// <summary>
/// Threads that work on one job together, again and again; the calling thread is one of them.
/// </summary>
/// <remarks>
/// <para>Each member has the same range of parts in every round, so that rows stay in the cache of the core that made
/// them. Rounds follow each other within microseconds, so members spin for a while before they sleep. Nothing is
/// allocated per round.</para>
/// <para>A member that the operating system keeps waiting, because other programs want its core, must not keep the team
/// waiting: the caller takes the share of whoever has not begun, and who waits for a share that was begun soon sleeps,
/// so that its core is free for the one it waits for.</para>
/// </remarks>
public sealed class ComputeTeam : IDisposable
{
    // Reading in a tight loop notices a change within a tenth of a microsecond; a pause instruction takes longer than
    // some jobs. Afterwards members pause between looks, then sleep.
    private const int Looks = 20_000;
    private const int Pauses = 2_000;

    // Tens of microseconds, what it takes to wake a thread: who waits longer for the end of a round had better sleep.
    private const int PausesForTheLast = 200;

    private readonly Thread[] threads;
    private readonly object gate = new();

    // The last round of which the share of each member was begun, by itself or by the caller.
    private readonly int[] begun;
    private IComputeJob? job;
    private int parts;
    private int round;
    private int pending;
    private int sleepers;
    private int callerSleeps;
    private Exception? failure;
    private volatile bool stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="members">Members, the caller included; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There would be no member.</exception>
    public ComputeTeam(int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        begun = new int[members];
        threads = new Thread[members - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int member = i + 1;
            threads[i] = new Thread(() => Serve(member)) { IsBackground = true, Name = $"GymSharp compute {member}" };
            threads[i].Start();
        }
    }

    /// <summary>A team of the calling thread only; it may be shared and is never disposed.</summary>
    public static ComputeTeam Alone { get; } = new(1);

    /// <summary>Number of members, the caller included.</summary>
    public int Members => threads.Length + 1;

    /// <inheritdoc/>
    public void Dispose()
    {
        stopping = true;
        lock (gate)
        {
            Interlocked.Increment(ref round);
            Monitor.PulseAll(gate);
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    /// <summary>Does all parts of a job; returns when the last is done.</summary>
    internal void Run(IComputeJob work, int count)
    {
        if (threads.Length == 0 || count == 1)
        {
            work.Run(0, count);
            return;
        }

        job = work;
        parts = count;
        failure = null;
        Volatile.Write(ref pending, threads.Length);
        Interlocked.Increment(ref round);
        if (Volatile.Read(ref sleepers) > 0)
        {
            lock (gate)
            {
                Monitor.PulseAll(gate);
            }
        }

        try
        {
            RunShare(0);
            for (int member = 1; member < Members; member++)
            {
                if (TryBegin(member, round))
                {
                    try
                    {
                        RunShare(member);
                    }
                    finally
                    {
                        CountAsDone();
                    }
                }
            }
        }
        finally
        {
            AwaitTheLast();
        }

        if (failure is { } error)
        {
            throw new InvalidOperationException($"A worker thread failed: {error.Message}", error);
        }
    }

    private void RunShare(int member)
    {
        int first = (int)((long)parts * member / Members);
        int end = (int)((long)parts * (member + 1) / Members);
        if (first < end)
        {
            job!.Run(first, end);
        }
    }

    private void Serve(int member)
    {
        int seen = 0;
        while (true)
        {
            AwaitRound(seen);
            seen = Volatile.Read(ref round);
            if (stopping)
            {
                return;
            }

            if (!TryBegin(member, seen))
            {
                continue;
            }

            try
            {
                RunShare(member);
            }
            catch (Exception error)
            {
                failure = error;
            }

            CountAsDone();
        }
    }

    // Every share of the round before was begun, by the member or by the caller; so who comes late, when the round is
    // over, finds another number.
    private bool TryBegin(int member, int thisRound) =>
        Interlocked.CompareExchange(ref begun[member], thisRound, thisRound - 1) == thisRound - 1;

    private void CountAsDone()
    {
        if (Interlocked.Decrement(ref pending) == 0 && Volatile.Read(ref callerSleeps) != 0)
        {
            lock (gate)
            {
                Monitor.PulseAll(gate);
            }
        }
    }

    private void AwaitTheLast()
    {
        for (int i = 0; i < Looks + PausesForTheLast; i++)
        {
            if (Volatile.Read(ref pending) == 0)
            {
                return;
            }

            if (i > Looks)
            {
                Thread.SpinWait(8);
            }
        }

        lock (gate)
        {
            Interlocked.Exchange(ref callerSleeps, 1);
            while (Volatile.Read(ref pending) > 0)
            {
                Monitor.Wait(gate);
            }

            Interlocked.Exchange(ref callerSleeps, 0);
        }
    }

    private void AwaitRound(int seen)
    {
        for (int i = 0; i < Looks + Pauses; i++)
        {
            if (Volatile.Read(ref round) != seen)
            {
                return;
            }

            if (i > Looks)
            {
                Thread.SpinWait(8);
            }
        }

        lock (gate)
        {
            Interlocked.Increment(ref sleepers);
            while (Volatile.Read(ref round) == seen)
            {
                Monitor.Wait(gate);
            }

            Interlocked.Decrement(ref sleepers);
        }
    }
}
