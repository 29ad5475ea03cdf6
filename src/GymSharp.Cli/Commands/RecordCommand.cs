using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Training;
using GymSharp.Registration;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp record</c>: films an agent, or takes one picture.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        Argument<string> who = new("who") { Description = "A run directory, or 'random', or 'heuristic'." };
        Argument<string?> env = new("env")
        {
            Description = "Id of the environment; not for a run directory.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> output = new("--output")
        {
            Description = "The file: .mp4, .gif, or .png for one picture.",
            HelpName = "FILE",
            Required = true,
        };
        Option<ulong> seed = NumberOption.WithDefault("--seed", "Seeds the episode.", 0UL, 0UL);
        Option<int> steps = NumberOption.WithDefault(
            "--steps", "Steps to film at most; a picture is taken after so many.", 0, 1000);
        Option<string[]> set = Settings.Option(
            "--set", "A keyword argument of the environment; not for a run directory.");
        Option<bool> json = JsonOutput.Option();
        Command command = new("record", "Film an agent.") { who, env, output, seed, steps, set, json };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetRequiredValue(who),
                parsed.GetValue(env),
                parsed.GetValue(seed),
                Settings.Parse("--set", parsed.GetValue(set))),
            parsed.GetRequiredValue(output),
            parsed.GetValue(steps),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(Request request, string output, int steps, bool json)
    {
        using Film film = Film.Open(output);
        (IAgent agent, Env env, IDisposable owner) = Actors(request);
        using (owner)
        using (env)
        {
            EpisodeResult result = EpisodeVideo.Record(
                agent, env, film.Start(env.Metadata.RenderFps), request.Seed, steps);
            string path = film.Complete();
            if (json)
            {
                JsonOutput.Print(new JsonObject
                {
                    ["path"] = path,
                    ["frames"] = film.FrameCount,
                    ["return"] = JsonOutput.Number(result.Return),
                    ["length"] = result.Length,
                });
            }
            else
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{path}: return {result.Return:0.##} in {result.Length} steps"));
            }
        }

        return ErrorReport.Success;
    }

    private static (IAgent Agent, Env Env, IDisposable Owner) Actors(Request request)
    {
        if (!BuiltInPlayer.Names.Contains(request.Who))
        {
            return Trained(request);
        }

        (IAgent agent, Env env) = BuiltInPlayer.Make(
            request.Who,
            request.Env,
            MakeOptions.FromKeywords(request.Arguments) with { RenderMode = RenderMode.RgbArray },
            request.Seed,
            $"gymsharp record {request.Who} LunarLander-v3 --output lander.gif");
        return (agent, env, env);
    }

    private static (IAgent Agent, Env Env, IDisposable Owner) Trained(Request request)
    {
        BuiltInPlayer.RequireDirectory(request.Who);
        if (request.Env is not null || request.Arguments.Count > 0)
        {
            throw new UsageException("A run knows its environment: leave the id and --set out with a run directory.");
        }

        RunPlan plan = RunPlan.Load(request.Who);
        ILearner learner = plan.LoadLearner();
        return (learner.Agent, plan.MakeEnv(RenderMode.RgbArray), learner);
    }

    private sealed record Request(
        string Who, string? Env, ulong Seed, IReadOnlyDictionary<string, object?> Arguments);
}
