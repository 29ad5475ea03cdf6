using System.CommandLine;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp rollout</c>: steps an environment and prints what happens, one JSON object per line.</summary>
internal static class RolloutCommand
{
    public static Command Create()
    {
        Argument<string> env = new("env") { Description = "Id of the environment, for example CartPole-v1." };
        Option<ulong?> seed = new("--seed") { Description = "Seeds the first reset." };
        Option<int> steps = new("--steps") { Description = "Number of steps.", DefaultValueFactory = _ => 100 };
        Option<ulong?> actionSeed = new("--action-seed") { Description = "Seeds the sampled actions; the default is --seed." };
        Option<string?> actions = new("--actions") { Description = "A file with a JSON array of actions to take." };
        Option<string?> policy = new("--policy") { Description = "A run directory whose agent chooses the actions." };
        Option<string[]> set = Settings.Option("--set", "A keyword argument of the environment.");
        Option<string[]> reset = Settings.Option("--reset", "A reset option, applied at every reset.");
        Option<bool> full = new("--full") { Description = "Print observations of rank 3 whole, not as shape and hash." };
        Option<string?> output = new("--output") { Description = "Write to a file, not to standard output." };
        Command command = new("rollout", "Step an environment and print every observation and reward.")
        {
            env, seed, steps, actionSeed, actions, policy, set, reset, full, output,
        };
        command.SetAction(parsed => Rollout.Run(new RolloutRequest
        {
            Environment = parsed.GetRequiredValue(env),
            Seed = parsed.GetValue(seed),
            Steps = parsed.GetResult(steps) is { Implicit: false } ? parsed.GetValue(steps) : null,
            ActionSeed = parsed.GetValue(actionSeed),
            ActionsFile = parsed.GetValue(actions),
            PolicyDirectory = parsed.GetValue(policy),
            Arguments = Settings.Parse("--set", parsed.GetValue(set)),
            ResetOptions = Settings.Parse("--reset", parsed.GetValue(reset)),
            Full = parsed.GetValue(full),
            OutputFile = parsed.GetValue(output),
        }));
        return command;
    }
}
