using GymSharp.Cli.Output;
using GymSharp.Learning;
using GymSharp.Learning.Baselines;
using GymSharp.Registration;

namespace GymSharp.Cli.Commands;

/// <summary>Players that need no training: <c>random</c>, and <c>heuristic</c> where an environment has one.</summary>
internal static class BuiltInPlayer
{
    private const string Random = "random";

    /// <summary>Their names.</summary>
    public static string[] Names { get; } = [Random, "heuristic"];

    /// <summary>Makes a player and the environment it plays in.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="environment">Id of the environment; null is a mistake of the user.</param>
    /// <param name="options">How the environment is made.</param>
    /// <param name="seed">Seeds the random player.</param>
    /// <param name="example">A command line to show to those who left the environment out.</param>
    /// <exception cref="UsageException">There is no environment, or it has no such player.</exception>
    public static (IAgent Agent, Env Env) Make(
        string name, string? environment, MakeOptions options, ulong seed, string example)
    {
        string id = environment ?? throw new UsageException($"Name the environment: {example}");
        Env env = Gym.Make(id, options);
        try
        {
            return (For(name, env, seed), env);
        }
        catch
        {
            env.Dispose();
            throw;
        }
    }

    /// <summary>Sees to it that what is no built-in player is at least a directory.</summary>
    /// <exception cref="UsageException">It is not; a slip in the name of a built-in player is pointed out.</exception>
    public static void RequireDirectory(string who)
    {
        if (!Directory.Exists(who))
        {
            throw new UsageException(
                $"'{who}' is not a directory.{Suggestions.DidYouMean(who, Names)} "
                + "Name a run directory that `gymsharp train` made, or a player that needs no training: "
                + $"{string.Join(" or ", Names)}.");
        }
    }

    /// <summary>Makes a player of an environment.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="env">The environment.</param>
    /// <param name="seed">Seeds the random player.</param>
    /// <exception cref="UsageException">The environment has no such player.</exception>
    public static IAgent For(string name, Env env, ulong seed)
    {
        if (name == Random)
        {
            return new RandomAgent(seed);
        }

        if (!HeuristicAgent.IsFor(env))
        {
            throw new UsageException(
                $"{env.Spec?.Id} has no built-in heuristic controller. Use 'random', or a run directory.");
        }

        return new HeuristicAgent();
    }
}
