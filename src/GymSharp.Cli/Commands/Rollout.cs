using System.Text.Json;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Runs;
using GymSharp.Learning.Training;
using GymSharp.Registration;

namespace GymSharp.Cli.Commands;

/// <summary>Plays an environment and prints each reset and step.</summary>
internal static class Rollout
{
    private const int DefaultSteps = 100;

    public static int Run(RolloutRequest request)
    {
        Check(request);
        using Env env = Gym.Make(request.Environment, new MakeOptions { Arguments = request.Arguments });
        JsonArray? given = request.ActionsFile is { } file ? ReadActions(file) : null;
        int steps = request.Steps ?? given?.Count ?? DefaultSteps;
        if (steps > given?.Count)
        {
            throw new UsageException($"--steps {steps}: the file has {given.Count} actions. Ask for no more than that.");
        }

        using Stream output = request.OutputFile is { } path
            ? new FileStream(path, FileMode.Create, FileAccess.Write)
            : new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using RolloutWriter writer = new(output, new ValueJson(request.Full));
        if (request.PolicyDirectory is { } directory)
        {
            PlayPolicy(env, request, directory, steps, writer);
        }
        else
        {
            env.ActionSpace.Seed(request.ActionSeed ?? request.Seed ?? 0);
            Play(env, request, steps, writer, i => given is null ? env.ActionSpace.SampleValue() : Action(env, given[i], i));
        }

        return ErrorReport.Success;
    }

    private static void Check(RolloutRequest request)
    {
        if (request.Steps < 0)
        {
            throw new UsageException($"--steps {request.Steps}: expected 0 or more.");
        }

        if (request.ActionsFile is not null && request.PolicyDirectory is not null)
        {
            throw new UsageException("--actions and --policy exclude each other: give one of them.");
        }

        if (request.ActionSeed is not null && (request.ActionsFile ?? request.PolicyDirectory) is not null)
        {
            throw new UsageException("--action-seed is for sampled actions: leave it out with --actions or --policy.");
        }
    }

    private static void Play(Env env, RolloutRequest request, int steps, RolloutWriter writer, Func<int, object> choose)
    {
        Reset(env, request, writer, request.Seed);
        for (int i = 0; i < steps; i++)
        {
            object action = choose(i);
            Step<object> step = env.StepValue(action);
            writer.WriteStep(env, action, step);
            if (step.Done && i + 1 < steps)
            {
                Reset(env, request, writer, null);
            }
        }
    }

    private static void Reset(Env env, RolloutRequest request, RolloutWriter writer, ulong? seed)
    {
        (object observation, Info info) = env.ResetValue(seed, Options(request));
        writer.WriteReset(env, seed, observation, info);
    }

    private static void PlayPolicy(Env env, RolloutRequest request, string directory, int steps, RolloutWriter writer)
    {
        RunPlan plan = RunPlan.Load(directory);
        using ILearner learner = plan.LoadLearner();
        Env printed = env.Accept(new PrintingWrapper(writer, steps, () => Options(request)));
        IActor actor = learner.Agent.On(printed);
        ulong? seed = request.Seed;
        while (writer.Steps < steps)
        {
            actor.PlayEpisode(seed);
            seed = null;
        }
    }

    private static ResetOptions Options(RolloutRequest request)
    {
        ResetOptions options = [];
        foreach ((string name, object? value) in request.ResetOptions)
        {
            options[name] = value;
        }

        return options;
    }

    private static JsonArray ReadActions(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonArray
                ?? throw new UsageException($"--actions {file}: expected a JSON array with one entry per step.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"--actions {file}: not JSON: {error.Message}");
        }
    }

    private static object Action(Env env, JsonNode? json, int index)
    {
        try
        {
            return env.ActionSpace.ValueFromJson(json);
        }
        catch (FormatException error)
        {
            throw new UsageException($"Action {index} of the file is not one of {env.ActionSpace}: {error.Message}");
        }
    }
}
