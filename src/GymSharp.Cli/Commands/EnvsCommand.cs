using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Registration;
using GymSharp.Spaces;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp envs</c>: what can be made.</summary>
internal static class EnvsCommand
{
    private const int PageWidth = 80;

    // What the ids of one Atari cartridge or of one maze differ by.
    private static readonly string[] Forms = ["-ram", "Deterministic", "NoFrameskip", "_Diverse"];

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
        // Asked once: who asks for a ROM reads it.
        (EnvSpec Spec, string? Needs)[] all = [.. Gym.Registry.Specs.Select(spec => (spec, spec.NeedsByDefault()))];
        TextTable table = new(flexible: 1, "id", "observations", "actions", ">steps", ">solved");
        foreach ((EnvSpec spec, _) in all.Where(one => one.Needs is null && !IsForm(one.Spec)))
        {
            using Env env = Make(spec);
            table.Add(
                spec.Id,
                Short(env.ObservationSpace),
                Short(env.ActionSpace),
                spec.MaxEpisodeSteps?.ToString(CultureInfo.InvariantCulture) ?? "",
                spec.RewardThreshold?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        table.Write(Console.Out, Terminal.Width);
        Console.Out.WriteLine();
        Console.Out.WriteLine("Atari games and mazes have further forms (-ram, _Diverse, …): see --json.");
        PrintUnavailable(all.Where(one => one.Needs is not null).ToLookup(
            one => one.Needs!, one => one.Spec, StringComparer.Ordinal));
    }

    private static bool IsForm(EnvSpec spec) => Forms.Any(form => spec.Id.Contains(form, StringComparison.Ordinal));

    // A library is missing for a whole family and its reason has lines of its own; a ROM for the forms of one game.
    private static void PrintUnavailable(ILookup<string, EnvSpec> missing)
    {
        EnvSpec[] games = [.. missing.Where(group => !IsLong(group.Key)).Select(Plainest)];
        if (games.Length > 0)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine("Unavailable in all their forms until a file is there; --json says which:");
            PrintIds(games);
        }

        foreach (IGrouping<string, EnvSpec> family in missing.Where(group => IsLong(group.Key)))
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine("Unavailable:");
            PrintIds(family
                .Where(spec => !IsForm(spec))
                .GroupBy(spec => spec.Name, StringComparer.Ordinal)
                .Select(Plainest));
            Console.Out.WriteLine("They need " + family.Key);
        }
    }

    private static bool IsLong(string reason) => reason.Contains('\n', StringComparison.Ordinal);

    // Of several ids for one thing the newest and plainest; hundreds of lines would hide the others.
    private static EnvSpec Plainest(IEnumerable<EnvSpec> specs) => specs
        .OrderByDescending(spec => spec.Version ?? 0)
        .ThenBy(spec => spec.Id.Length)
        .First();

    private static void PrintIds(IEnumerable<EnvSpec> specs)
    {
        StringBuilder line = new();
        foreach (EnvSpec spec in specs)
        {
            if (line.Length > 0 && line.Length + 1 + spec.Id.Length > Math.Min(Terminal.Width, PageWidth))
            {
                Console.Out.WriteLine(line);
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(spec.Id);
        }

        Console.Out.WriteLine(line);
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
