using GymSharp.Cli.Running;
using GymSharp.Randomness;

namespace GymSharp.Cli;

/// <summary>Runs that are stopped or killed and then continued end, bit for bit, as if nothing had happened.</summary>
public sealed class InterruptionTests(UndisturbedRuns undisturbed) : Workplace, IClassFixture<UndisturbedRuns>
{
    private const string Table = "train q-learning FrozenLake-v1 --steps 400000 --seed 8 --eval-episodes 30 --no-video --checkpoint-every 4000";
    private const string Search = "train hill-climbing CartPole-v1 --steps 400000 --seed 8 --eval-episodes 30 --no-video --checkpoint-every 4000";

    [Theory]
    [InlineData(Table, 1)]
    [InlineData(Table, 2)]
    [InlineData(Table, 3)]
    [InlineData(Search, 4)]
    [InlineData(Search, 5)]
    public void A_killed_run_is_continued_bit_for_bit(string command, int seed)
    {
        Rng rng = new((ulong)seed);
        long moment = rng.Integers(1, 200_000);
        int spin = (int)rng.Integers(0, 20_000);
        using (RunningProgram program = Start([.. command.Split(' '), "--run-dir", "run"]))
        {
            program.WaitUntil(() => RunFiles.NewestCheckpoint(this["run"]) >= moment);
            Thread.SpinWait(spin);
            program.Kill();
        }

        Assert.Equal("running", RunFiles.Status(this["run"]));
        Assert.False(File.Exists(this["run/evaluation.json"]));
        ProgramResult result = Run("train --run-dir run --resume --no-video").Succeeded();
        Assert.Contains("Resuming at step ", result.Output, StringComparison.Ordinal);
        ExpectUndisturbed(command);
    }

    [Fact]
    public void A_run_that_is_killed_twice_is_continued_bit_for_bit()
    {
        using (RunningProgram program = Start([.. Table.Split(' '), "--run-dir", "run"]))
        {
            program.WaitUntil(() => RunFiles.NewestCheckpoint(this["run"]) >= 30_000);
            program.Kill();
        }

        using (RunningProgram program = Start("train", "--run-dir", "run", "--resume", "--no-video", "--checkpoint-every", "3000"))
        {
            program.WaitUntil(() => RunFiles.NewestCheckpoint(this["run"]) >= 120_000);
            program.Kill();
        }

        Run("train q-learning FrozenLake-v1 --run-dir run --resume --no-video").Succeeded();
        ExpectUndisturbed(Table);
    }

    [Fact]
    public void A_run_that_is_killed_before_its_first_checkpoint_begins_again()
    {
        string command = Table.Replace(" --no-video", "", StringComparison.Ordinal);
        ReplaceFfmpeg("exec sleep 300");
        using (RunningProgram program = Start([.. command.Split(' '), "--run-dir", "run"]))
        {
            program.WaitUntil(() => File.Exists(this["run/output.log"]) && File.ReadAllText(this["run/output.log"]).Length > 0);
            Thread.Sleep(200);
            program.Kill();
        }

        Assert.Equal(-1, RunFiles.NewestCheckpoint(this["run"]));
        Run("train --run-dir run --resume --no-video").Succeeded();
        ExpectUndisturbed(Table);
    }

    [Fact]
    public void What_a_kill_at_the_very_beginning_leaves_is_no_obstacle()
    {
        Directory.CreateDirectory(this["run"]);
        Write("run/run.lock", "");
        Write("run/run.json.tmp", "{\"algor");
        Run("train random Blackjack-v1 --steps 20 --no-video --run-dir run").Succeeded();
        Assert.Equal("completed", RunFiles.Status(this["run"]));
    }

    [Theory]
    [InlineData(Signal.Interrupt)]
    [InlineData(Signal.Terminate)]
    public void A_signal_stops_a_run_cleanly_and_says_how_to_continue(Signal signal)
    {
        ProgramResult stopped;
        using (RunningProgram program = Start([.. Table.Split(' '), "--run-dir", "a run"]))
        {
            program.WaitUntil(() => RunFiles.NewestCheckpoint(this["a run"]) >= 20_000);
            program.Send(signal);
            stopped = program.Finish().Succeeded();
        }

        Assert.Contains("nothing is lost", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("gymsharp train --run-dir 'a run' --resume", stopped.Output, StringComparison.Ordinal);
        Assert.Equal("stopped", RunFiles.Status(this["a run"]));
        Assert.DoesNotContain("run.lock", Files("a run"));

        RunWith("train", "--run-dir", "a run", "--resume", "--no-video").Succeeded();
        Directory.Move(this["a run"], this["run"]);
        ExpectUndisturbed(Table);
    }

    [Fact]
    public void A_signal_during_the_evaluation_leaves_a_run_that_can_be_finished()
    {
        string command = Table.Replace("--eval-episodes 30", "--eval-episodes 1000000000", StringComparison.Ordinal);
        using (RunningProgram program = Start([.. command.Split(' '), "--run-dir", "run"]))
        {
            program.WaitUntil(() => File.Exists(this["run/output.log"])
                && File.ReadAllText(this["run/output.log"]).Contains("Evaluating", StringComparison.Ordinal));
            program.Send(Signal.Interrupt);
            Assert.Contains("--resume", program.Finish().Succeeded().Output, StringComparison.Ordinal);
        }

        Assert.Equal("stopped", RunFiles.Status(this["run"]));
        Run("train --run-dir run --resume --no-video --eval-episodes 30").Succeeded();
        ExpectUndisturbed(Table);
    }

    [Fact]
    public void Nobody_else_can_work_in_the_directory_of_a_run_at_work()
    {
        using RunningProgram program = Start([.. Table.Split(' '), "--run-dir", "run"]);
        program.WaitUntil(() => RunFiles.NewestCheckpoint(this["run"]) >= 4000);
        Run("train --run-dir run --resume").FailedWith("Is another process training there?");
        program.Kill();
    }

    private void ExpectUndisturbed(string command)
    {
        string whole = undisturbed.Of(command);
        Assert.Equal("completed", RunFiles.Status(this["run"]));
        Assert.Equal(Agents.StateOf(whole), Agents.StateOf(this["run"]));
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "evaluation.json")), File.ReadAllText(this["run/evaluation.json"]));
        Assert.Equal(RunFiles.Metrics(whole), RunFiles.Metrics(this["run"]));
    }
}
