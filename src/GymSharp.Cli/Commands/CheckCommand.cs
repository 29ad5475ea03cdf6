using System.CommandLine;
using System.Text.Json.Nodes;
using GymSharp.Cli.Output;
using GymSharp.Testing;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp check</c>: tries an environment against the contract.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> env = new("env") { Description = "Id of the environment." };
        Option<string[]> set = Settings.Option("--set", "A keyword argument of the environment.");
        Option<bool> json = JsonOutput.Option();
        Command command = new("check", "Check an environment against the contract.") { env, set, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(env), Settings.Parse("--set", parsed.GetValue(set)), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string id, IReadOnlyDictionary<string, object?> arguments, bool json)
    {
        Gym.Make(id, Registration.MakeOptions.FromKeywords(arguments)).Dispose();
        int broken = 0;
        JsonArray results = [];
        foreach (ConformanceResult result in EnvConformance.Check(id, arguments))
        {
            broken += result.Problem is null ? 0 : 1;
            results.Add(new JsonObject { ["rule"] = result.Rule, ["problem"] = result.Problem });
            if (!json)
            {
                Console.WriteLine(
                    result.Problem is null ? $"ok      {result.Rule}" : $"BROKEN  {result.Rule}: {result.Problem}");
            }
        }

        if (json)
        {
            JsonOutput.Print(results);
        }
        else
        {
            Console.WriteLine(broken == 0 ? $"{id} keeps the contract." : $"{id} breaks {broken} rules.");
        }

        return broken == 0 ? ErrorReport.Success : ErrorReport.Failed;
    }
}
