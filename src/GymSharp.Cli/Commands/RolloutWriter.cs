using System.Buffers;
using System.Text.Json;
using GymSharp.Cli.Output;

namespace GymSharp.Cli.Commands;

/// <summary>Writes resets and steps, one JSON object per line.</summary>
/// <param name="open">Opens the output, with the first line and no sooner: what fails before leaves no file.</param>
/// <param name="values">Writes observations.</param>
internal sealed class RolloutWriter(Func<Stream> open, ValueJson values) : IDisposable
{
    private readonly ArrayBufferWriter<byte> line = new();
    private Stream? output;

    /// <summary>Steps written so far.</summary>
    public int Steps { get; private set; }

    public void WriteReset(Env env, ulong? seed, object observation, Info info) => WriteLine(json =>
    {
        json.WriteBoolean("reset", true);
        json.WritePropertyName("seed");
        if (seed is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("observation");
        values.Write(json, env.ObservationSpace, observation);
        json.WritePropertyName("info");
        values.WriteInfo(json, info);
    });

    public void WriteStep(Env env, object action, Step<object> step)
    {
        Steps++;
        WriteLine(json =>
        {
            json.WritePropertyName("action");
            values.Write(json, env.ActionSpace, action);
            json.WritePropertyName("observation");
            values.Write(json, env.ObservationSpace, step.Observation);
            json.WritePropertyName("reward");
            ValueJson.WriteNumber(json, step.Reward);
            json.WriteBoolean("terminated", step.Terminated);
            json.WriteBoolean("truncated", step.Truncated);
            json.WritePropertyName("info");
            values.WriteInfo(json, step.Info);
        });
    }

    /// <summary>Hands everything to the system, so that a full disk is noticed.</summary>
    public void Flush() => output?.Flush();

    public void Dispose() => output?.Dispose();

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        line.ResetWrittenCount();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output ??= open();
        output.Write(line.WrittenSpan);
        output.WriteByte((byte)'\n');
    }
}
