using System.Runtime.CompilerServices;

namespace GymSharp.Environments.MinAtar;

/// <summary>An observation being written: booleans of shape [10, 10, channels], row by row.</summary>
internal readonly ref struct CellSheet
{
    private readonly Span<bool> cells;
    private readonly int channels;

    public CellSheet(Span<bool> cells, int channels)
    {
        this.cells = cells;
        this.channels = channels;
    }

    /// <summary>Sets one cell of one channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(int x, int y, int channel) => Mark((y * MinAtarGame.Size) + x, channel);

    /// <summary>Sets one cell, counted row by row, of one channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(int cell, int channel) => cells[(cell * channels) + channel] = true;

    /// <summary>Sets a cell unless its column lies outside the grid.</summary>
    public void MarkIfInside(int x, int y, int channel)
    {
        if ((uint)x < MinAtarGame.Size)
        {
            Mark(x, y, channel);
        }
    }

    /// <summary>Sets a run of cells of one row.</summary>
    public void MarkRow(int left, int count, int y, int channel)
    {
        for (int x = left; x < left + count; x++)
        {
            Mark(x, y, channel);
        }
    }
}
