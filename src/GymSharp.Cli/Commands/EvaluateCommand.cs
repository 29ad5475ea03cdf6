using System.CommandLine;
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
        Option<int?> episodes = NumberOption.Create(
            "--episodes", "Number of episodes; by default as many as the run evaluated.", 1);
        Option<ulong?> seed = NumberOption.Create(
            "--seed", "Seeds the first episode; by default as the run's evaluation.", 0UL);
        Option<SavedAgent> agent = AgentOption.Create();
        Option<bool> json = JsonOutput.Option();
        Command command = new("evaluate", "Evaluate a trained agent.") { runDir, episodes, seed, agent, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(runDir),
            parsed.GetValue(agent),
            parsed.GetValue(episodes),
            parsed.GetValue(seed),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(string directory, SavedAgent agent, int? episodes, ulong? seed, bool json)
    {
        RunPlan plan = RunPlan.Load(directory);
        using ILearner learner = plan.LoadLearner(agent);
        using Env env = plan.MakeEnv(RenderMode.None);
        EvaluationResult result = Evaluator.Run(
            learner.Agent,
            env,
            episodes ?? plan.Description.EvaluationEpisodes,
            seed ?? RunPlan.EvaluationSeed(plan.Description.Seed));
        if (json)
        {
            JsonOutput.Print(EvaluationJson.Of(result));
        }
        else
        {
            Console.WriteLine(
                $"{plan.Description.Algorithm} on {plan.Description.Environment}: {SummaryScreen.Evaluation(result)}");
        }

        return ErrorReport.Success;
    }
}
