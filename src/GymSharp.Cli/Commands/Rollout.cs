using GymSharp.Cli.Output;
using GymSharp.Learning;
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
        using Env env = Gym.Make(request.Environment, MakeOptions.FromKeywords(request.Arguments));
        object[]? given = request.ActionsFile is { } file ? ActionFile.Read(file, env.ActionSpace) : null;
        int steps = request.Steps ?? given?.Length ?? DefaultSteps;
        if (steps > given?.Length)
        {
            throw new UsageException(
                $"--steps {steps}: the file has {given.Length} actions. Ask for no more than that.");
        }

        using RolloutWriter writer = new(() => Open(request.OutputFile), new ValueJson(request.Full));
        if (request.Policy is { } policy)
        {
            PlayPolicy(env, request, policy, steps, writer);
        }
        else
        {
            env.ActionSpace.Seed(request.ActionSeed ?? request.Seed ?? 0);
            Play(env, request, steps, writer, i => given is null ? env.ActionSpace.SampleValue() : given[i]);
        }

        writer.Flush();
        return ErrorReport.Success;
    }

    private static Stream Open(string? file) => file is null
        ? new BufferedStream(Console.OpenStandardOutput(), 1 << 16)
        : new FileStream(file, FileMode.Create, FileAccess.Write);

    private static void Check(RolloutRequest request)
    {
        if (request.ActionsFile is not null && request.Policy is not null)
        {
            throw new UsageException("--actions and --policy exclude each other: give one of them.");
        }

        if (request.ActionSeed is not null && (request.ActionsFile ?? request.Policy) is not null)
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
        ResetOptions options = Options(request);
        (object observation, Info info) = env.ResetValue(seed, options);
        options.ExpectAllAsked(request.Environment);
        writer.WriteReset(env, seed, observation, info);
    }

    private static void PlayPolicy(Env env, RolloutRequest request, string policy, int steps, RolloutWriter writer)
    {
        bool isTrained = !BuiltInPlayer.Names.Contains(policy);
        if (isTrained)
        {
            BuiltInPlayer.RequireDirectory(policy);
        }

        using ILearner? learner = isTrained ? RunPlan.Load(policy).LoadLearner() : null;
        IAgent agent = learner?.Agent ?? BuiltInPlayer.For(policy, env, request.Seed ?? 0);
        PrintingWrapper printing = new(writer, steps, request.Environment, () => Options(request));
        IActor actor = agent.On(env.Accept(printing));
        ulong? seed = request.Seed;
        if (steps == 0)
        {
            Reset(env, request, writer, seed);
        }

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
}
