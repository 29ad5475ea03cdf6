using GymSharp.Cli.Running;

namespace GymSharp.Cli;

/// <summary>What is wrong about a deep learner's run is said, wholly, with what to do about it.</summary>
public sealed class BadInputTests : Workplace
{
    [Fact]
    public void Every_wrong_option_is_told_at_once()
    {
        ProgramResult result = Run(
            "train ppo CartPole-v1 --set gamma=2 --set learning_rate=fast --set epoch=3 --set steps_per_update=0 "
            + "--env-set sutton_barto=true --run-dir run").RefusedWith(
            "'gamma' must be at least 0 and at most 1, got 2",
            "'learning_rate' must be a number or a schedule",
            "no option 'epoch'. Did you mean 'epochs'?",
            "'steps_per_update' must be at least 1",
            "no argument 'sutton_barto'. It accepts: sutton_barto_reward");
        Assert.Equal(5, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Empty(Files());
        Run("train dqn CartPole-v1 --set batch_size=0 --set buffer_size=1 --set exploration_initial=0.01").RefusedWith(
            "'batch_size' must be at least 1",
            "'buffer_size' must be at least 2",
            "'exploration_final' must be at most 'exploration_initial'");
    }

    [Fact]
    public void A_loss_that_is_lost_ends_the_run_and_names_update_metric_and_checkpoint()
    {
        ProgramResult result = Run(
            "train dqn CartPole-v1 --steps 5000 --seed 1 --threads 1 --no-video --run-dir run --checkpoint-every 200 "
            + "--set learning_starts=500 --set train_frequency=10 --set gradient_steps=3 --set learning_rate=1e15");
        string[] checkpoints = [.. Files("run").Where(file => file.EndsWith(".checkpoint", StringComparison.Ordinal))];
        Assert.Equal(2, checkpoints.Length);
        string message = result.FailedWith(
            "the metric 'loss' became ", checkpoints[^1], "gymsharp evaluate run", "lower learning rate").Error;

        // The first phase of three updates comes at step 510.
        Assert.Matches(@"Update [23] \(step 5[1-9]\d\) failed", message);
        Assert.Equal("failed", RunFiles.Status(this["run"]));
        Run("evaluate run --episodes 2").Succeeded();
    }

    [Fact]
    public void A_truncated_checkpoint_is_refused_and_the_one_before_is_taken()
    {
        const string Command =
            "train ppo CartPole-v1 --steps 4096 --seed 1 --threads 1 --no-video --eval-episodes 3 --checkpoint-every 500";
        Run(Command + " --run-dir whole").Succeeded();
        Run(Command + " --run-dir run").Succeeded();
        string[] checkpoints = [.. Files("run").Where(file => file.EndsWith(".checkpoint", StringComparison.Ordinal))];
        string newest = this["run/" + checkpoints[^1]];
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..^1000]);
        ProgramResult evaluated = Run("evaluate run --episodes 2").Succeeded();
        string[] parts =
        [
            Path.GetFileName(newest) + " is passed over: The checkpoint announces",
            "Going back to " + Path.GetFileName(checkpoints[^2]),
        ];
        Assert.All(parts, part => Assert.Contains(part, evaluated.Error, StringComparison.Ordinal));
        ProgramResult resumed = Run("train --resume --run-dir run --no-video").Succeeded();
        Assert.All(parts, part => Assert.Contains(part, resumed.Error, StringComparison.Ordinal));
        Assert.Equal(RunFiles.Weights(this["whole"]), RunFiles.Weights(this["run"]));

        foreach (string file in Files("run").Where(file => file.EndsWith(".checkpoint", StringComparison.Ordinal)))
        {
            File.WriteAllBytes(this["run/" + file], File.ReadAllBytes(this["run/" + file])[..^1000]);
        }

        Run("evaluate run").FailedWith("no whole checkpoint", "announces", "Train again with another --run-dir");
    }

    [Fact]
    public void What_is_no_ROM_and_no_recording_is_told_with_what_to_give()
    {
        Directory.CreateDirectory(this["folder"]);
        Run("rollout ALE/Custom-v5 --set rom=none.bin").FailedWith("no file 'none.bin'. Give the path of a ROM image");
        Run("rollout ALE/Custom-v5 --set rom=folder").FailedWith("'folder' is a folder. Give a ROM image in it");
        Run("atari replay folder --rom none.bin --output out").FailedWith("'folder' has no run.json");
        File.WriteAllText(this["folder/run.json"], "{\"settings\": {}}");
        File.WriteAllBytes(this["zeros.bin"], new byte[4096]);
        Run("atari replay folder --rom zeros.bin --output out")
            .FailedWith("'folder' has neither rows.csv nor rows.csv.gz", "Copy the file from the recorded run");
        Assert.False(Directory.Exists(this["out"]));
        File.Delete(this["zeros.bin"]);
        File.Delete(this["folder/run.json"]);
        ProgramResult mode = Run("rollout ALE/Wall-v5 --set mode=77").RefusedWith("wall has no mode 77. It has: 0.");
        Assert.DoesNotContain("Actual value", mode.Error, StringComparison.Ordinal);
        Assert.Empty(Files());
    }
}
