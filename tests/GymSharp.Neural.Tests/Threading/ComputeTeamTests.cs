using GymSharp.Neural.Threading;

namespace GymSharp.Neural.Tests.Threading;

public sealed class ComputeTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Every_part_is_done_once_in_every_round(int members)
    {
        using ComputeTeam team = new(members);
        CountingJob job = new(parts: 40);
        for (int round = 1; round <= 2000; round++)
        {
            int count = 1 + (round % 40);
            team.Run(job, count);
            job.ExpectEachOnce(count);
        }
    }

    [Fact]
    public void Members_that_sleep_are_woken()
    {
        using ComputeTeam team = new(2);
        CountingJob job = new(parts: 2);
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(50);
            team.Run(job, 2);
            job.ExpectEachOnce(2);
        }
    }

    [Fact]
    public void A_slow_member_is_waited_for()
    {
        using ComputeTeam team = new(2);
        using SlowJob job = new();
        team.Run(job, 2);
        Assert.True(job.SlowPartIsDone);
    }

    // Of more members than processors some are always late; the caller does not wait for their turn to come.
    [Fact]
    public void The_caller_takes_the_shares_of_who_is_late()
    {
        int members = 8 * Environment.ProcessorCount;
        using ComputeTeam team = new(members);
        CountingJob job = new(members);
        const int Rounds = 500;
        for (int round = 0; round < Rounds; round++)
        {
            team.Run(job, members);
            job.ExpectEachOnce(members);
        }

        Assert.True(job.DoneByCreator > Rounds, $"the caller did {job.DoneByCreator} shares in {Rounds} rounds");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_failure_is_reported_and_the_next_round_is_sound(int failing)
    {
        using ComputeTeam team = new(2);
        CountingJob sound = new(parts: 2);
        for (int round = 0; round < 100; round++)
        {
            Exception error = Assert.ThrowsAny<InvalidOperationException>(() => team.Run(new FailingJob(failing), 2));
            Assert.Contains("part " + failing, error.Message, StringComparison.Ordinal);
            team.Run(sound, 2);
            sound.ExpectEachOnce(2);
        }
    }

    private sealed class CountingJob(int parts) : IComputeJob
    {
        private readonly int[] done = new int[parts];
        private readonly int creator = Environment.CurrentManagedThreadId;

        public int DoneByCreator { get; private set; }

        public void Run(int first, int end)
        {
            for (int part = first; part < end; part++)
            {
                Interlocked.Increment(ref done[part]);
            }

            if (Environment.CurrentManagedThreadId == creator)
            {
                DoneByCreator += end - first;
            }
        }

        public void ExpectEachOnce(int count)
        {
            Assert.All(done[..count], times => Assert.Equal(1, times));
            Assert.All(done[count..], times => Assert.Equal(0, times));
            Array.Clear(done);
        }
    }

    // The caller, who has the first part, returns only when another thread has begun the second.
    private sealed class SlowJob : IComputeJob, IDisposable
    {
        private readonly ManualResetEventSlim begun = new();
        private volatile bool slowPartIsDone;

        public bool SlowPartIsDone => slowPartIsDone;

        public void Run(int first, int end)
        {
            if (first == 0)
            {
                begun.Wait();
                return;
            }

            begun.Set();
            Thread.Sleep(100);
            slowPartIsDone = true;
        }

        public void Dispose() => begun.Dispose();
    }

    private sealed class FailingJob(int failing) : IComputeJob
    {
        public void Run(int first, int end)
        {
            if (first <= failing && failing < end)
            {
                throw new InvalidOperationException($"part {failing} fails");
            }
        }
    }
}
