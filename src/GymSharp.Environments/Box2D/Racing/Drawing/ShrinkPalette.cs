namespace GymSharp.Environments.Box2D;

/// <summary>What rows of one colour shrink to, for the colours that were asked for last.</summary>
internal sealed class ShrinkPalette
{
    private const int Capacity = 24;
    private const int Channels = 4;
    private readonly ShrinkAxis axis;
    private readonly uint[] colors = new uint[Capacity];
    private readonly byte[] rows;
    private int count;
    private int next;

    /// <summary>Shrinks rows along an axis.</summary>
    public ShrinkPalette(ShrinkAxis axis)
    {
        this.axis = axis;
        rows = new byte[Capacity * Channels * axis.Count];
    }

    /// <summary>Four bytes for each target pixel of a row that has one colour throughout.</summary>
    public ReadOnlySpan<byte> RowOf(uint color)
    {
        int length = Channels * axis.Count;
        int at = colors.AsSpan(0, count).IndexOf(color);
        if (at < 0)
        {
            at = next;
            next = (next + 1) % Capacity;
            count = Math.Max(count, at + 1);
            colors[at] = color;
            Shrink(color, rows.AsSpan(at * length, length));
        }

        return rows.AsSpan(at * length, length);
    }

    private void Shrink(uint color, Span<byte> row)
    {
        for (int bin = 0; bin < axis.Count; bin++)
        {
            int whole = axis.Last[bin] - axis.First(bin);
            int before = bin == 0 ? 0 : ShrinkAxis.Whole - axis.Share[bin - 1];
            for (int part = 0; part < 3; part++)
            {
                int value = (int)(color >> (8 * part)) & 255;
                int sum = (value * whole) + ((value * axis.Share[bin]) >> 14) + ((value * before) >> 14);
                row[(Channels * bin) + part] = (byte)((sum * axis.Reciprocal) >> 16);
            }
        }
    }
}
