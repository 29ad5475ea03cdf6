using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GymSharp.Cli.Benchmarks;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp benchmark</c>: steps per second, as ratios to a reference.</summary>
internal static class BenchmarkCommand
{
    public static Command Create()
    {
        Argument<string?> filter = new("filter")
        {
            Description = "Run what contains this text.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> gymnasium = new("--gymnasium")
        {
            Description = "A Python that has Gymnasium: measure it in this run, in place of the recorded figures.",
            HelpName = "python",
        };
        Option<string?> stableBaselines3 = new("--stable-baselines3")
        {
            Description = "A Python that has Stable-Baselines3: measure its updates and trainings in this run as well.",
            HelpName = "python",
        };
        Option<bool> json = JsonOutput.Option();
        Command command = new("benchmark", "Measure speed, as ratios to a reference.")
        {
            filter,
            gymnasium,
            stableBaselines3,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(filter) ?? "",
            (parsed.GetValue(gymnasium), parsed.GetValue(stableBaselines3)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(string filter, (string? Gymnasium, string? StableBaselines3) python, bool json)
    {
        (string Name, Func<BenchmarkResult> Run)[] all =
        [
            .. SingleEnvBenchmarks.All(python.Gymnasium), .. BatchBenchmarks.All(python.Gymnasium),
            .. WorkerBenchmarks.All(),
            .. PhysicsBenchmarks.All(), .. AtariBenchmarks.All(), .. MujocoBenchmarks.All(),
            .. NeuralBenchmarks.All(), .. TrainingBenchmarks.All(python.StableBaselines3),
            .. OffPolicyBenchmarks.All(python.StableBaselines3),
        ];
        (string Name, Func<BenchmarkResult> Run)[] chosen =
            [.. all.Where(one => one.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (chosen.Length == 0)
        {
            IEnumerable<string> names = all.Select(one => one.Name);
            IEnumerable<string> examples = names.DistinctBy(name => name[..name.LastIndexOf('/')]);
            throw new UsageException(
                $"No benchmark contains '{filter}'.{Suggestions.DidYouMean(filter, names)} "
                + $"Of each kind one: {string.Join(", ", examples)}.");
        }

        JsonArray array = [];
        foreach ((_, Func<BenchmarkResult> run) in chosen)
        {
            BenchmarkResult result = run();
            if (json)
            {
                array.Add(Json(result));
            }
            else
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Name,-34}{result.Value,14:N0} {result.Unit}"
                    + $" = {result.Ratio:0.00} × {result.Reference:N0}"));
            }
        }

        if (json)
        {
            JsonOutput.Print(array);
        }

        return ErrorReport.Success;
    }

    private static JsonObject Json(BenchmarkResult result) => new()
    {
        ["name"] = result.Name,
        ["value"] = result.Value,
        ["unit"] = result.Unit,
        ["reference"] = result.Reference,
        ["ratio"] = result.Ratio,
    };
}
