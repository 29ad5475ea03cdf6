using System.Globalization;
using GymSharp.Recording;
using GymSharp.Rendering;

namespace GymSharp.Tracking.TensorBoard;

/// <summary>Writes an event file that TensorBoard shows: curves, histograms, texts, pictures, options.</summary>
/// <remarks>
/// Point TensorBoard at the folder, or at one above it: <c>tensorboard --logdir runs</c>. A slash in a tag groups
/// curves. Methods may be called from several threads.
/// </remarks>
public sealed class TensorBoardWriter : IDisposable
{
    private const int SessionStart = 1;
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly RecordFile file;
    private bool disposed;

    /// <summary>Starts an event file of its own; files of earlier sittings are left as they are.</summary>
    /// <param name="folder">The folder; it is made where it does not exist.</param>
    /// <param name="time">The clock: events carry the time they were written.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public TensorBoardWriter(string folder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        Directory.CreateDirectory(folder);
        (Path, FileStream stream) = Open(folder, time.GetUtcNow().ToUnixTimeSeconds());
        file = new RecordFile(stream);
        Write(0, new ProtoWriter().Text(3, "brain.Event:2"));
        Flush();
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    private double Now => (time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>
    /// Tells TensorBoard that a run continues: it forgets what other files hold from a step on.
    /// </summary>
    /// <param name="step">The first step to forget.</param>
    public void ContinueFrom(long step) =>
        Write(step, new ProtoWriter().Message(7, new ProtoWriter().Integer(1, SessionStart)));

    /// <summary>Adds a point to a curve.</summary>
    /// <param name="tag">Name of the curve, for example <c>train/loss</c>.</param>
    /// <param name="step">Where on the horizontal axis.</param>
    /// <param name="value">The value; it is stored in single precision.</param>
    public void AddScalar(string tag, long step, double value) => AddScalars(step, [new(tag, value)]);

    /// <summary>Adds a point to several curves.</summary>
    /// <param name="step">Where on the horizontal axis.</param>
    /// <param name="values">Name and value of each.</param>
    public void AddScalars(long step, IEnumerable<KeyValuePair<string, double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ProtoWriter summary = new();
        foreach ((string tag, double value) in values)
        {
            summary.Message(1, Summaries.Scalar(tag, value));
        }

        WriteSummary(step, summary);
    }

    /// <summary>Adds the distribution of values at a step; without a finite value nothing is written.</summary>
    public void AddHistogram(string tag, long step, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(tag);
        if (HistogramBuckets.Of(values) is { } buckets)
        {
            WriteValue(step, Summaries.Histogram(tag, buckets));
        }
    }

    /// <summary>Adds a text; TensorBoard reads it as Markdown.</summary>
    public void AddText(string tag, long step, string text)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(text);
        WriteValue(step, Summaries.Text(tag, text));
    }

    /// <summary>Adds a picture.</summary>
    /// <exception cref="ArgumentException">The frame holds text in place of pixels.</exception>
    public void AddImage(string tag, long step, Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        AddEncodedImage(tag, step, (frame.Width, frame.Height), PngWriter.Encode(frame));
    }

    /// <summary>Adds an animated picture; it is stored as a GIF.</summary>
    /// <param name="tag">Name of the picture.</param>
    /// <param name="step">Step it belongs to.</param>
    /// <param name="frames">The pictures, at least one, all of one size.</param>
    /// <param name="framesPerSecond">Speed, above 0; players show at most 50.</param>
    /// <exception cref="ArgumentException">There is no frame, or their sizes differ.</exception>
    public void AddAnimation(string tag, long step, IReadOnlyList<Frame> frames, double framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        if (frames.Count == 0)
        {
            throw new ArgumentException(
                $"The animation '{tag}' has no frame; at least one was expected.", nameof(frames));
        }

        using MemoryStream bytes = new();
        using (GifWriter gif = new(bytes, leaveOpen: true))
        {
            foreach (Frame frame in frames)
            {
                gif.AddFrame(frame, (int)Math.Clamp(Math.Round(100 / framesPerSecond), 2, ushort.MaxValue));
            }
        }

        AddEncodedImage(tag, step, (frames[0].Width, frames[0].Height), bytes.ToArray());
    }

    /// <summary>Adds a picture that is encoded already, as PNG, JPEG or GIF.</summary>
    /// <param name="tag">Name of the picture.</param>
    /// <param name="step">Step it belongs to.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="encoded">The bytes of the file.</param>
    public void AddEncodedImage(string tag, long step, (int Width, int Height) size, ReadOnlySpan<byte> encoded)
    {
        ArgumentNullException.ThrowIfNull(tag);
        WriteValue(step, Summaries.Image(tag, size.Width, size.Height, encoded));
    }

    /// <summary>Tells the table of hyper-parameters what this run is trained with.</summary>
    /// <param name="values">Names and values; lists are shown as text.</param>
    /// <param name="group">What repetitions of one experiment with other seeds have in common.</param>
    public void StartSession(IEnumerable<KeyValuePair<string, object?>> values, string group)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(group);
        WriteValue(0, Hyperparameters.Start(values, group, Now));
    }

    /// <summary>Tells the table of hyper-parameters how the run ended.</summary>
    public void EndSession(bool succeeded) => WriteValue(0, Hyperparameters.End(succeeded, Now));

    /// <summary>Hands what was written to the operating system, so that TensorBoard sees it.</summary>
    public void Flush()
    {
        lock (gate)
        {
            file.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            file.Dispose();
        }
    }

    // TensorBoard knows event files by "tfevents" in their names and reads them in the order of the names.
    private static (string Path, FileStream Stream) Open(string folder, long seconds)
    {
        for (int number = 0; ; number++)
        {
            string name = string.Create(
                CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds}.gymsharp.{number}");
            string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, name));
            try
            {
                return (path, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another sitting of the same second.
            }
        }
    }

    private void WriteValue(long step, ProtoWriter value) => WriteSummary(step, new ProtoWriter().Message(1, value));

    private void WriteSummary(long step, ProtoWriter summary) => Write(step, new ProtoWriter().Message(5, summary));

    private void Write(long step, ProtoWriter what)
    {
        ProtoWriter head = new ProtoWriter().Double(1, Now).Integer(2, step);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            file.Append([.. head.Written, .. what.Written]);
        }
    }
}
