namespace GymSharp.Vector;

/// <summary>
/// A fixed set of threads that do one job together, again and again. The calling thread is member 0; a team of one
/// has no other thread.
/// </summary>
/// <remarks>
/// Steps of simple environments take less time than waking a thread through the operating system. So both sides first
/// spin for a short while and only then sleep on a monitor. Nothing is allocated per round.
/// </remarks>
internal sealed class WorkerTeam : IDisposable
{
    // Some tens of microseconds: several rounds of a fast batch, no burden when a program pauses between rounds.
    private const int SpinRounds = 300;
    private const int SpinsPerRound = 10;

    private readonly IWorkerJob job;
    private readonly Thread[] threads;
    private readonly object gate = new();
    private readonly int spinRounds;
    private int round;
    private int pending;
    private int sleepers;
    private int callerSleeps;
    private bool stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="job">What to do in each round.</param>
    /// <param name="members">Members of the team, the caller included; at least 1.</param>
    public WorkerTeam(IWorkerJob job, int members)
    {
        this.job = job;

        // Members that share a processor only keep each other from running by spinning.
        spinRounds = members <= Environment.ProcessorCount ? SpinRounds : 0;
        threads = new Thread[members - 1];
        for (int i = 0; i < threads.Length; i++)
        {
            int worker = i + 1;
            threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"GymSharp worker {worker}" };
            threads[i].Start();
        }
    }

    /// <summary>Does one round: every member its share. Returns when all have finished.</summary>
    public void Run()
    {
        if (threads.Length == 0)
        {
            job.Run(0);
            return;
        }

        Volatile.Write(ref pending, threads.Length);
        NextRound();
        job.Run(0);
        AwaitOthers();
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        stopping = true;
        NextRound();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    // The increments are full fences: either the caller sees the sleeper, or the sleeper sees the new round.
    private void NextRound()
    {
        Interlocked.Increment(ref round);
        if (Volatile.Read(ref sleepers) > 0)
        {
            lock (gate)
            {
                Monitor.PulseAll(gate);
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

    private void Serve(int worker)
    {
        for (int seen = 0; ; seen++)
        {
            AwaitRoundAfter(seen);
            if (stopping)
            {
                return;
            }

            job.Run(worker);
            if (Interlocked.Decrement(ref pending) == 0 && Volatile.Read(ref callerSleeps) != 0)
            {
                lock (gate)
                {
                    Monitor.PulseAll(gate);
                }
            }
        }
    }

    private void AwaitRoundAfter(int seen)
    {
        for (int i = 0; i < spinRounds; i++)
        {
            if (Volatile.Read(ref round) != seen)
            {
                return;
            }

            Thread.SpinWait(SpinsPerRound);
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
