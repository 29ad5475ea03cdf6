using System.CommandLine;
using System.Text.Json;
using GymSharp.Cli.Output;
using GymSharp.Registration;
using Spectre.Console;

namespace GymSharp.Cli.Commands;

/// <summary><c>gymsharp envs</c>: what can be made.</summary>
internal static class EnvsCommand
{
    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "Print a JSON array." };
        Command command = new("envs", "List every environment.") { json };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    private static int Run(bool json)
    {
        Row[] rows = [.. Gym.Registry.Specs.Select(Describe)];
        if (json)
        {
            PrintJson(rows);
        }
        else
        {
            PrintTable(rows);
        }

        return ErrorReport.Success;
    }

    private static Row Describe(EnvSpec spec)
    {
        if (spec.Needs() is { } needs)
        {
            return new(spec, null, null, needs);
        }

        using IDisposable quiet = GymLog.Capture(static _ => { });
        using Env env = Gym.Make(spec);
        return new(spec, env.ObservationSpace.ToString(), env.ActionSpace.ToString(), null);
    }

    private static void PrintJson(Row[] rows)
    {
        using Stream output = Console.OpenStandardOutput();
        using (Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (Row row in rows)
            {
                WriteRow(writer, row);
            }

            writer.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteRow(Utf8JsonWriter writer, Row row)
    {
        writer.WriteStartObject();
        writer.WriteString("id", row.Spec.Id);
        writer.WriteString("observation_space", row.Observations);
        writer.WriteString("action_space", row.Actions);
        writer.WritePropertyName("max_episode_steps");
        if (row.Spec.MaxEpisodeSteps is { } steps)
        {
            writer.WriteNumberValue(steps);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WritePropertyName("reward_threshold");
        if (row.Spec.RewardThreshold is { } threshold)
        {
            ValueJson.WriteNumber(writer, threshold);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteBoolean("available", row.Needs is null);
        if (row.Needs is not null)
        {
            writer.WriteString("needs", row.Needs);
        }

        writer.WriteEndObject();
    }

    private static void PrintTable(Row[] rows)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("id", "observations", "actions", "steps", "solved at");
        foreach (Row row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Spec.Id),
                Markup.Escape(Short(row.Observations ?? "unavailable: " + row.Needs)),
                Markup.Escape(row.Actions ?? ""),
                row.Spec.MaxEpisodeSteps?.ToString() ?? "",
                row.Spec.RewardThreshold?.ToString() ?? "");
        }

        AnsiConsole.Write(table);
    }

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "…";
    }

    private readonly record struct Row(EnvSpec Spec, string? Observations, string? Actions, string? Needs);
}
