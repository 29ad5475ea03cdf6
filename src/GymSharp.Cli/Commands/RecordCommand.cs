using System.CommandLine;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Baselines;
using GymSharp.Learning.Training;
using GymSharp.Recording;
using GymSharp.Registration;
using GymSharp.Rendering;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp record</c>: films an agent, or takes one picture.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        Argument<string> who = new("who") { Description = "A run directory, or 'random', or 'heuristic'." };
        Argument<string?> env = new("env") { Description = "Id of the environment; not for a run directory.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> output = new("--output") { Description = "The file: .mp4, .gif, or .png for one picture.", Required = true };
        Option<ulong> seed = new("--seed") { Description = "Seeds the episode.", DefaultValueFactory = _ => 0 };
        Option<int> steps = new("--steps") { Description = "Steps to film at most; a picture is taken after so many.", DefaultValueFactory = _ => 1000 };
        Option<string[]> set = Settings.Option("--set", "A keyword argument of the environment.");
        Command command = new("record", "Film an agent.") { who, env, output, seed, steps, set };
        command.SetAction(parsed => Run(new Request(
            parsed.GetRequiredValue(who),
            parsed.GetValue(env),
            parsed.GetRequiredValue(output),
            parsed.GetValue(seed),
            parsed.GetValue(steps),
            Settings.Parse("--set", parsed.GetValue(set)))));
        return command;
    }

    private static int Run(Request request)
    {
        if (request.Steps < 0)
        {
            throw new UsageException($"--steps {request.Steps}: expected 0 or more.");
        }

        string extension = Path.GetExtension(request.Output);
        using Film film = Film.Open(request.Output, extension);
        (IAgent agent, Env env, IDisposable owner) = Actors(request);
        using (owner)
        using (env)
        {
            EpisodeResult result = EpisodeVideo.Record(agent, env, film.Start(env.Metadata.RenderFps), request.Seed, request.Steps);
            string path = film.Complete();
            Console.WriteLine($"{path}: return {result.Return:0.##} in {result.Length} steps");
        }

        return ErrorReport.Success;
    }

    private static (IAgent Agent, Env Env, IDisposable Owner) Actors(Request request)
    {
        if (request.Who == "heuristic")
        {
            throw new UsageException(
                $"{request.Env ?? "This environment"} has no built-in heuristic controller. Use 'random', or a run directory.");
        }

        if (request.Who == "random")
        {
            string id = request.Env
                ?? throw new UsageException("Name the environment: gymsharp record random CartPole-v1 --output cartpole.gif");
            Env env = Gym.Make(id, new MakeOptions { RenderMode = RenderMode.RgbArray, Arguments = request.Arguments });
            return (new RandomAgent(request.Seed), env, env);
        }

        RunPlan plan = RunPlan.Load(request.Who);
        ILearner learner = plan.LoadLearner();
        return (learner.Agent, plan.MakeEnv(RenderMode.RgbArray), learner);
    }

    private sealed record Request(
        string Who, string? Env, string Output, ulong Seed, int Steps, IReadOnlyDictionary<string, object?> Arguments);
}
