using GymSharp.Atari2600;
using GymSharp.State;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>
/// Brightness of a game's last frame, or of the brighter of its last two, brought up to date row by row: the console
/// tells which rows have the pixels they had.
/// </summary>
/// <param name="rows">Rows of the screen.</param>
internal sealed class GrayScreen(int rows)
{
    private const int Columns = AtariConsole.Width;
    private readonly byte[] pixels = new byte[rows * Columns];
    private readonly byte[] earlier = new byte[rows * Columns];

    // The console's numbers of the rows that are shown; 0 matches none.
    private readonly long[] stamps = new long[rows];
    private readonly long[] earlierStamps = new long[rows];
    private readonly bool[] changed = new bool[rows];
    private bool hasEarlier;

    /// <summary>One byte per pixel, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>Which rows are new since the flags were last cleared.</summary>
    public Span<bool> Changed => changed;

    /// <summary>Another console, or other pixels, take the place of what was shown.</summary>
    public void Forget()
    {
        Array.Clear(stamps);
        Array.Clear(earlierStamps);
        changed.AsSpan().Fill(true);
    }

    /// <summary>Shows the last frame.</summary>
    public void Show(AleMachine machine)
    {
        AtariConsole console = machine.Console;
        ReadOnlySpan<long> now = console.RowStamps;
        for (int row = 0; row < rows; row++)
        {
            if (!IsShown(row, now[row], now[row]))
            {
                PaletteLookup.Gray(Row(console.Screen, row), console.Format, Mark(row));
            }
        }
    }

    /// <summary>To be called before the last frame: its screen may take the place of this one.</summary>
    public void Keep(AleMachine machine)
    {
        hasEarlier = machine.Console.IsMidFrame;
        if (hasEarlier)
        {
            machine.CopyGray(earlier);
        }
    }

    /// <summary>Shows the brighter of the last two frames.</summary>
    public void ShowBrighter(AleMachine machine)
    {
        if (hasEarlier)
        {
            machine.CopyGray(pixels);
            Brighten(machine);
            return;
        }

        AtariConsole console = machine.Console;
        ReadOnlySpan<long> now = console.RowStamps;
        ReadOnlySpan<long> before = console.PreviousRowStamps;
        for (int row = 0; row < rows; row++)
        {
            if (IsShown(row, now[row], before[row]))
            {
                continue;
            }

            Span<byte> gray = Mark(row);
            PaletteLookup.Gray(Row(console.Screen, row), console.Format, gray);
            if (now[row] == 0 || now[row] != before[row])
            {
                PaletteLookup.MaximumGray(Row(console.PreviousScreen, row), console.Format, gray);
            }
        }
    }

    /// <summary>
    /// Shows the brighter of what is shown and the frame before the last: the game ended with the last frame, which
    /// Gymnasium does not look at then.
    /// </summary>
    public void Brighten(AleMachine machine)
    {
        if (!hasEarlier)
        {
            PaletteLookup.Gray(machine.Console.PreviousScreen, machine.Format, earlier);
        }

        Pictures.Maximum(pixels, earlier);
        Forget();
    }

    /// <summary>Reads or writes what is shown.</summary>
    public void Sync(StateSync sync)
    {
        sync.Sync(pixels.AsSpan());
        if (sync.IsReading)
        {
            Forget();
        }
    }

    // Notes what the row will show.
    private bool IsShown(int row, long now, long before)
    {
        bool isShown = now != 0 && before != 0 && stamps[row] == now && earlierStamps[row] == before;
        stamps[row] = now;
        earlierStamps[row] = before;
        return isShown;
    }

    private Span<byte> Mark(int row)
    {
        changed[row] = true;
        return pixels.AsSpan(row * Columns, Columns);
    }

    private static ReadOnlySpan<byte> Row(ReadOnlySpan<byte> screen, int row) => screen.Slice(row * Columns, Columns);
}
