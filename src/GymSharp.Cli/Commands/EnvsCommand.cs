using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp envs</c>: what can be made.</summary>
internal static class EnvsCommand
{
    public static Command Create()
    {
        Option<bool> json = JsonOutput.Option();
        Command command = new("envs", "List every environment.") { json };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    private static int Run(bool json)
    {
        if (json)
        {
            JsonOutput.Print(new JsonArray([.. Gym.Registry.Specs.Select(Json)]));
        }
        else
        {
            PrintTable();
        }

        return ErrorReport.Success;
    }

    private static JsonObject Json(EnvSpec spec)
    {
        string? needs = spec.NeedsByDefault();
        using Env? env = needs is null ? Make(spec) : null;
        JsonObject json = new()
        {
            ["id"] = spec.Id,
            ["observation_space"] = env?.ObservationSpace.ToString(),
            ["action_space"] = env?.ActionSpace.ToString(),
            ["max_episode_steps"] = spec.MaxEpisodeSteps,
            ["reward_threshold"] = spec.RewardThreshold,
            ["available"] = needs is null,
        };
        if (needs is not null)
        {
            json["needs"] = needs;
        }

        return json;
    }

    private static void PrintTable()
    {
        TextTable table = new(flexible: 1, "id", "observations", "actions", ">steps", ">solved");
        foreach (EnvSpec spec in Gym.Registry.Specs)
        {
            string? needs = spec.NeedsByDefault();
            using Env? env = needs is null ? Make(spec) : null;
            table.Add(
                spec.Id,
                env is null ? "needs " + needs : Short(env.ObservationSpace),
                env is null ? "" : Short(env.ActionSpace),
                spec.MaxEpisodeSteps?.ToString(CultureInfo.InvariantCulture) ?? "",
                spec.RewardThreshold?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        table.Write(Console.Out, Terminal.Width);
    }

    private static Env Make(EnvSpec spec)
    {
        using IDisposable quiet = GymLog.Capture(static _ => { });
        return Gym.Make(spec);
    }

    // The bounds of a box would fill the line; its shape and type say most.
    private static string Short(Space space)
    {
        if (space.GetType() is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(Box<>))
        {
            return space.ToString()!.ReplaceLineEndings(" ");
        }

        string shape = string.Join(", ", space.Shape!) + (space.Shape!.Count == 1 ? "," : "");
        return $"Box({shape}) {space.ElementType!.Value.ToString().ToLowerInvariant()}";
    }
}
