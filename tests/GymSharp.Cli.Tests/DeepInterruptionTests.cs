using GymSharp.Cli.Running;
using GymSharp.Randomness;

namespace GymSharp.Cli;

/// <summary>Networks in training that are killed again and again end with the weights of an undisturbed run.</summary>
public sealed class DeepInterruptionTests : Workplace
{
    private const int Kills = 5;

    [Theory]
    [InlineData("ppo", 12_000, 1)]
    [InlineData("dqn", 6_000, 2)]
    public void A_run_killed_at_five_random_moments_has_the_weights_of_an_undisturbed_one(
        string algorithm, int steps, int seed)
    {
        string command = $"train {algorithm} CartPole-v1 --steps {steps} --seed 8 --eval-every {steps / 4}";
        Run(command + " --no-video --run-dir whole --eval-episodes 20").Succeeded();
        Rng rng = new((ulong)seed);
        double[] moments = [.. Enumerable.Range(0, Kills).Select(_ => rng.Uniform(0.05, 0.95)).Order()];

        // Until it is killed a run is at work: its last evaluation does not end.
        string killed = " --run-dir run --no-video --checkpoint-every 100 --eval-episodes 1000000000";
        for (int kill = 0; kill < Kills; kill++)
        {
            using RunningProgram program = Start(((kill == 0 ? command : "train --resume") + killed).Split(' '));
            long moment = (long)(moments[kill] * steps);
            program.WaitUntil(() => RunFiles.NewestCheckpoint(this["run"]) >= moment);
            if (kill % 2 == 0)
            {
                program.WaitUntil(() => RunFiles.IsWriting(this["run"]) || RunFiles.NewestCheckpoint(this["run"]) >= steps);
            }
            else
            {
                Thread.SpinWait((int)rng.Integers(0, 200_000));
            }

            program.Kill();
            Assert.Equal("running", RunFiles.Status(this["run"]));
        }

        Run("train --resume --run-dir run --no-video --eval-episodes 20").Succeeded();
        Assert.Equal("completed", RunFiles.Status(this["run"]));
        SortedDictionary<string, byte[]> expected = RunFiles.Weights(this["whole"]);
        Assert.Equal(2, expected.Count);
        Assert.Equal(expected, RunFiles.Weights(this["run"]));
        Assert.Equal(Agents.StateOf(this["whole"]), Agents.StateOf(this["run"]));
        Assert.Equal(File.ReadAllText(this["whole/evaluation.json"]), File.ReadAllText(this["run/evaluation.json"]));
        Assert.Equal(RunFiles.Metrics(this["whole"]), RunFiles.Metrics(this["run"]));
    }
}
