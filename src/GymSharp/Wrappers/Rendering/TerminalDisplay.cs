using System.Globalization;
using System.Text;
using GymSharp.Rendering;

namespace GymSharp.Wrappers;

/// <summary>Draws frames on a terminal: two pixels per character, as the halves of a block in 24-bit colour.</summary>
/// <remarks>Pictures wider than the terminal are reduced by pixel area. Text frames are written as they are.</remarks>
public sealed class TerminalDisplay : IFrameDisplay
{
    private const string Clear = "\u001b[2J\u001b[?25l";
    private const string Home = "\u001b[H";
    private const string Restore = "\u001b[0m\u001b[?25h\n";
    private const char UpperHalf = '▀';
    private readonly TextWriter writer;
    private readonly int columns;
    private readonly Action<TimeSpan>? pause;
    private readonly TimeProvider time;
    private readonly StringBuilder text = new();
    private AreaResizer? resizer;
    private byte[] reduced = [];
    private long? shownAt;
    private bool isDisposed;

    /// <summary>Makes a display.</summary>
    /// <param name="writer">The terminal, for example <c>Console.Out</c>; not disposed.</param>
    /// <param name="columns">Characters per line, at least 1.</param>
    /// <param name="pause">
    /// Waits, for example <c>Thread.Sleep</c>, so that frames keep the environment's pace; null to go on at once.
    /// </param>
    /// <param name="time">The clock that <paramref name="pause"/> goes by; null for the system's.</param>
    public TerminalDisplay(
        TextWriter writer, int columns = 80, Action<TimeSpan>? pause = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        this.writer = writer;
        this.columns = columns;
        this.pause = pause;
        this.time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public void Show(Frame frame, int framesPerSecond)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfLessThan(framesPerSecond, 1);
        KeepPace(framesPerSecond);
        text.Clear();
        text.Append(shownAt is null ? Clear + Home : Home);
        if (frame.Text is null)
        {
            Draw(frame);
        }
        else
        {
            text.Append(frame.Text).Append("\u001b[J");
        }

        writer.Write(text);
        writer.Flush();
        shownAt = time.GetTimestamp();
    }

    /// <summary>Gives the terminal its colours and cursor back.</summary>
    public void Dispose()
    {
        if (!isDisposed && shownAt is not null)
        {
            writer.Write(Restore);
            writer.Flush();
        }

        isDisposed = true;
    }

    private void KeepPace(int framesPerSecond)
    {
        if (pause is not null && shownAt is { } before)
        {
            TimeSpan left = TimeSpan.FromSeconds(1.0 / framesPerSecond) - time.GetElapsedTime(before);
            if (left > TimeSpan.Zero)
            {
                pause(left);
            }
        }
    }

    private void Draw(Frame frame)
    {
        (int width, int height, byte[] pixels) = Reduce(frame);
        int stride = width * 3;
        for (int top = 0; top < height; top += 2)
        {
            (int Upper, int Lower) before = default;
            for (int x = 0; x < width; x++)
            {
                int upper = Color(pixels, (top * stride) + (x * 3));
                int lower = top + 1 < height ? Color(pixels, ((top + 1) * stride) + (x * 3)) : 0;
                Block(upper, lower, x > 0 && before == (upper, lower));
                before = (upper, lower);
            }

            text.Append("\u001b[0m\n");
        }
    }

    private (int Width, int Height, byte[] Pixels) Reduce(Frame frame)
    {
        if (frame.Width <= columns)
        {
            return (frame.Width, frame.Height, frame.Pixels);
        }

        PictureSize size = new(frame.Height, frame.Width, 3);
        if (resizer is null || resizer.Source != size)
        {
            int height = Math.Max(1, (int)Math.Round((double)frame.Height * columns / frame.Width));
            resizer = new AreaResizer(size, height, columns);
            reduced = new byte[resizer.Target.Length];
        }

        resizer.Resize(frame.Pixels, reduced);
        return (columns, resizer.Target.Height, reduced);
    }

    private static int Color(byte[] pixels, int at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];

    private void Block(int upper, int lower, bool sameColors)
    {
        if (!sameColors)
        {
            SetColor(38, upper);
            SetColor(48, lower);
        }

        text.Append(UpperHalf);
    }

    private void SetColor(int ground, int color) => text.Append(
        CultureInfo.InvariantCulture, $"\u001b[{ground};2;{color >> 16};{(color >> 8) & 255};{color & 255}m");
}
