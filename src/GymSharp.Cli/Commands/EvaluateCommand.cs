using System.CommandLine;
using System.Text.Json;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp evaluate</c>: lets the agent of a run play without learning.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        Argument<string> runDir = new("run-dir") { Description = "A directory that `gymsharp train` made." };
        Option<int> episodes = new("--episodes") { Description = "Number of episodes.", DefaultValueFactory = _ => 100 };
        Option<ulong?> seed = new("--seed") { Description = "Seeds the first episode; by default the seed of the final evaluation." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command command = new("evaluate", "Evaluate a trained agent.") { runDir, episodes, seed, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(runDir), parsed.GetValue(episodes), parsed.GetValue(seed), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string directory, int episodes, ulong? seed, bool json)
    {
        if (episodes < 1)
        {
            throw new UsageException($"--episodes {episodes}: expected 1 or more.");
        }

        RunPlan plan = RunPlan.Load(directory);
        using ILearner learner = plan.LoadLearner();
        using Env env = plan.MakeEnv(RenderMode.None);
        EvaluationResult result = Evaluator.Run(
            learner.Agent, env, episodes, seed ?? RunPlan.EvaluationSeed(plan.Description.Seed));
        Console.WriteLine(json
            ? EvaluationJson.Of(result).ToJsonString(new JsonSerializerOptions { WriteIndented = true })
            : $"{plan.Description.Algorithm} on {plan.Description.Environment}: {SummaryScreen.Evaluation(result)}");
        return ErrorReport.Success;
    }
}
