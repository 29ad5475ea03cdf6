using System.CommandLine;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp rollout</c>: steps an environment and prints what happens, one JSON object per line.</summary>
internal static class RolloutCommand
{
    public static Command Create()
    {
        Argument<string> env = new("env") { Description = "Id of the environment, for example CartPole-v1." };
        Option<ulong?> seed = NumberOption.Create("--seed", "Seeds the first reset.", 0UL);
        Option<int?> steps = NumberOption.Create(
            "--steps", "Number of steps; by default 100, or as many as --actions has.", 0);
        Option<ulong?> actionSeed = NumberOption.Create(
            "--action-seed", "Seeds the sampled actions; the default is --seed.", 0UL);
        Option<string?> actions = new("--actions") { Description = "A file with a JSON array of actions to take." };
        Option<string?> policy = new("--policy")
        {
            Description = "Who chooses the actions: a run directory, 'heuristic', or 'random'.",
        };
        Option<string[]> set = Settings.Option("--set", "A keyword argument of the environment.");
        Option<string[]> reset = Settings.Option("--reset", "A reset option, applied at every reset.");
        Option<bool> full = new("--full")
        {
            Description = "Print observations of rank 3 whole, not as shape and hash.",
        };
        Option<string?> output = new("--output") { Description = "Write to a file, not to standard output." };
        Command command = new("rollout", "Step an environment and print every observation and reward.")
        {
            env, seed, steps, actionSeed, actions, policy, set, reset, full, output,
        };
        command.SetAction(parsed => Rollout.Run(new RolloutRequest
        {
            Environment = parsed.GetRequiredValue(env),
            Seed = parsed.GetValue(seed),
            Steps = parsed.GetValue(steps),
            ActionSeed = parsed.GetValue(actionSeed),
            ActionsFile = parsed.GetValue(actions),
            Policy = parsed.GetValue(policy),
            Arguments = Settings.Parse("--set", parsed.GetValue(set)),
            ResetOptions = Settings.Parse("--reset", parsed.GetValue(reset)),
            Full = parsed.GetValue(full),
            OutputFile = parsed.GetValue(output),
        }));
        return command;
    }
}
