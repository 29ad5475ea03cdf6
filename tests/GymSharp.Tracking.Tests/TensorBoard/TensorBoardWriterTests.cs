using System.Text;
using GymSharp.Recording;
using GymSharp.Rendering;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>Field numbers are those of TensorBoard's event.proto, summary.proto, histogram.proto, tensor.proto.</summary>
public sealed class TensorBoardWriterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gymsharp-test-");
    private readonly StoppedClock clock = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_begins_with_its_version()
    {
        ProtoMessage[] events = Write(_ => { });
        ProtoMessage first = Assert.Single(events);
        Assert.Equal("brain.Event:2", first.Text(3));
        Assert.Equal(clock.Seconds, first.Double(1));
        Assert.Contains("tfevents", Assert.Single(folder.GetFiles()).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Scalars_of_a_step_share_an_event()
    {
        ProtoMessage[] events = Write(writer => writer.AddScalars(
            1L << 40, [new("train/loss", 0.25), new("train/entropy", double.NaN)]));
        Assert.Equal(1L << 40, events[1].Integer(2));
        ProtoMessage[] values = events[1].Message(5).Messages(1);
        Assert.Equal(["train/loss", "train/entropy"], values.Select(value => value.Text(1)));
        Assert.Equal(0.25f, values[0].Float(2));
        Assert.True(float.IsNaN(values[1].Float(2)));
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_once()
    {
        float[] values = [-1, -0.5f, 0, 0.25f, 1, float.NaN, float.PositiveInfinity];
        ProtoMessage histogram = Value(Write(writer => writer.AddHistogram("weights", 3, values))[1]).Message(5);
        Assert.Equal(-1, histogram.Double(1));
        Assert.Equal(1, histogram.Double(2));
        Assert.Equal(5, histogram.Double(3));
        Assert.Equal(-0.25, histogram.Double(4));
        Assert.Equal(2.3125, histogram.Double(5));
        double[] limits = histogram.Doubles(6);
        Assert.Equal(limits.Order(), limits);
        Assert.Equal(1, limits[^1]);
        double[] counts = histogram.Doubles(7);
        Assert.Equal(limits.Length, counts.Length);
        Assert.Equal(5, counts.Sum());
        Assert.Equal(1, counts[0]);
    }

    [Fact]
    public void Equal_values_fall_into_one_bucket()
    {
        ProtoMessage[] events = Write(writer =>
        {
            writer.AddHistogram("same", 0, [2, 2, 2]);
            writer.AddHistogram("nothing", 0, [float.NaN]);
        });
        Assert.Equal(2, events.Length);
        Assert.Equal([2.0], Value(events[1]).Message(5).Doubles(6));
        Assert.Equal([3.0], Value(events[1]).Message(5).Doubles(7));
    }

    [Fact]
    public void A_text_is_a_tensor_of_the_text_plugin()
    {
        ProtoMessage value = Value(Write(writer => writer.AddText("run/command", 0, "gymsharp train ½"))[1]);
        Assert.Equal("text", value.Message(9).Message(1).Text(1));
        ProtoMessage tensor = value.Message(8);
        Assert.Equal(7, tensor.Integer(1));
        Assert.Equal(1, tensor.Message(2).Message(2).Integer(1));
        Assert.Equal("gymsharp train ½", tensor.Text(8));
    }

    [Fact]
    public void A_picture_is_a_png_of_the_same_pixels()
    {
        Frame frame = new(3, 2, [.. Enumerable.Range(0, 18).Select(i => (byte)(i * 14))]);
        ProtoMessage image = Value(Write(writer => writer.AddImage("frame", 7, frame))[1]).Message(4);
        Assert.Equal((2L, 3L, 3L), (image.Integer(1), image.Integer(2), image.Integer(3)));
        Assert.Equal(frame.Pixels, PngReader.Decode(image.Bytes(4)).Pixels);
    }

    [Fact]
    public void An_animation_is_a_gif()
    {
        Frame[] frames = [new(2, 2, new byte[12]), new(2, 2, [.. Enumerable.Repeat((byte)200, 12)])];
        ProtoMessage image = Value(Write(writer => writer.AddAnimation("film", 7, frames, 30))[1]).Message(4);
        byte[] gif = image.Bytes(4);
        Assert.Equal("GIF89a", Encoding.ASCII.GetString(gif, 0, 6));
        Assert.Equal(0x3B, gif[^1]);
        Assert.Contains("no frame", Assert.Throws<ArgumentException>(
            () => Write(writer => writer.AddAnimation("film", 7, [], 30))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hyperparameters_keep_their_kinds()
    {
        ProtoMessage[] events = Write(writer =>
        {
            writer.StartSession(
                [new("gamma", 0.98), new("envs", 8), new("dueling", true), new("hidden", new object?[] { 64L, 64L }), new("schedule", "linear:1")],
                "PPO on CartPole-v1");
            writer.EndSession(succeeded: true);
        });
        ProtoMessage start = Value(events[1]);
        Assert.Equal("_hparams_/session_start_info", start.Text(1));
        Assert.Equal("hparams", start.Message(9).Message(1).Text(1));
        Assert.Equal((1L, 0L), (start.Message(8).Integer(1), start.Message(8).Message(2).Message(2).Integer(1)));
        ProtoMessage info = start.Message(9).Message(1).Message(2).Message(3);
        Dictionary<string, ProtoMessage> values = info.Messages(1).ToDictionary(entry => entry.Text(1), entry => entry.Message(2));
        Assert.Equal(0.98, values["gamma"].Double(2));
        Assert.Equal(8, values["envs"].Double(2));
        Assert.Equal(1, values["dueling"].Integer(4));
        Assert.Equal("[64, 64]", values["hidden"].Text(3));
        Assert.Equal("linear:1", values["schedule"].Text(3));
        Assert.Equal("PPO on CartPole-v1", info.Text(4));
        Assert.Equal(clock.Seconds, info.Double(5));
        ProtoMessage end = Value(events[2]).Message(9).Message(1).Message(2).Message(4);
        Assert.Equal((1L, clock.Seconds), (end.Integer(1), end.Double(2)));
    }

    [Fact]
    public void A_second_sitting_has_a_file_of_its_own_and_says_where_it_continues()
    {
        Write(writer => writer.AddScalar("loss", 10, 1));
        using TensorBoardWriter second = new(folder.FullName, clock);
        second.ContinueFrom(6);
        second.Flush();
        Assert.Equal(2, folder.GetFiles().Length);
        Assert.Equal(folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal).Last(), second.Path);
        ProtoMessage start = EventFile.Read(second.Path)[1];
        Assert.Equal(6, start.Integer(2));
        Assert.Equal(1, start.Message(7).Integer(1));
    }

    [Fact]
    public async Task Threads_do_not_disturb_each_others_records()
    {
        using (TensorBoardWriter writer = new(folder.FullName, clock))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
            {
                for (int i = 0; i < 500; i++)
                {
                    writer.AddScalar($"thread/{thread}", i, i);
                }
            })));
        }

        ProtoMessage[] events = EventFile.Read(Assert.Single(folder.GetFiles()).FullName);
        Assert.Equal(2001, events.Length);
        Assert.All(
            events.Skip(1).GroupBy(item => Value(item).Text(1)),
            thread => Assert.Equal(Enumerable.Range(0, 500).Select(i => (float)i), thread.Select(item => Value(item).Float(2))));
    }

    private static ProtoMessage Value(ProtoMessage item) => Assert.Single(item.Message(5).Messages(1));

    private ProtoMessage[] Write(Action<TensorBoardWriter> write)
    {
        using TensorBoardWriter writer = new(folder.FullName, clock);
        write(writer);
        writer.Flush();
        return EventFile.Read(writer.Path);
    }
}
