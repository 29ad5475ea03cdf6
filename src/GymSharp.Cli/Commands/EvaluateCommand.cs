using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Evaluation;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;
using GymSharp.Registration;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp evaluate</c>: lets an agent play without learning.</summary>
internal static class EvaluateCommand
{
    private const int Episodes = 100;

    public static Command Create()
    {
        Argument<string> who = new("run-dir")
        {
            Description = "A directory that `gymsharp train` made, or 'random', or 'heuristic'.",
        };
        Argument<string?> env = new("env")
        {
            Description = "Id of the environment; not for a run directory.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<int?> episodes = NumberOption.Create(
            "--episodes", "Number of episodes; by default as many as the run evaluated, else 100.", 1);
        Option<ulong?> seed = NumberOption.Create(
            "--seed", "Seeds the first episode; by default as the run's evaluation, else 0.", 0UL);
        Option<string[]> set = Settings.Option(
            "--set", "A keyword argument of the environment; not for a run directory.");
        Option<SavedAgent> agent = AgentOption.Create();
        Option<bool> json = JsonOutput.Option();
        Command command = new("evaluate", "Evaluate an agent.") { who, env, episodes, seed, set, agent, json };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(who),
                parsed.GetValue(env),
                Settings.Parse("--set", parsed.GetValue(set)),
                parsed.GetValue(agent),
                parsed.GetValue(episodes),
                parsed.GetValue(seed)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(Request request, bool json)
    {
        (string name, EvaluationResult result) = BuiltInPlayer.Names.Contains(request.Who)
            ? BuiltIn(request)
            : Trained(request);
        if (json)
        {
            JsonOutput.Print(EvaluationJson.Of(result));
        }
        else
        {
            Console.WriteLine($"{name}: {SummaryScreen.Evaluation(result)}");
        }

        return ErrorReport.Success;
    }

    private static (string Name, EvaluationResult Result) BuiltIn(Request request)
    {
        ulong seed = request.Seed ?? 0;
        (IAgent agent, Env env) = BuiltInPlayer.Make(
            request.Who,
            request.Env,
            MakeOptions.FromKeywords(request.Arguments),
            seed,
            $"gymsharp evaluate {request.Who} LunarLander-v3");
        using (env)
        {
            return ($"{request.Who} on {env.Spec!.Id}", Evaluator.Run(agent, env, request.Episodes ?? Episodes, seed));
        }
    }

    private static (string Name, EvaluationResult Result) Trained(Request request)
    {
        BuiltInPlayer.RequireDirectory(request.Who);
        if (request.Env is not null || request.Arguments.Count > 0)
        {
            throw new UsageException("A run knows its environment: leave the id and --set out with a run directory.");
        }

        RunPlan plan = RunPlan.Load(request.Who);
        using ILearner learner = plan.LoadLearner(request.Agent);
        using Env env = plan.MakeEnv(RenderMode.None);
        EvaluationResult result = Evaluator.Run(
            learner.Agent,
            env,
            request.Episodes ?? plan.Description.EvaluationEpisodes,
            request.Seed ?? RunPlan.EvaluationSeed(plan.Description.Seed));
        return ($"{plan.Description.Algorithm} on {plan.Description.Environment}", result);
    }

    private sealed record Request(
        string Who,
        string? Env,
        IReadOnlyDictionary<string, object?> Arguments,
        SavedAgent Agent,
        int? Episodes,
        ulong? Seed);
}
