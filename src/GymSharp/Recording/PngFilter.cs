namespace GymSharp.Recording;

/// <summary>The five ways PNG predicts a byte of a row from its neighbours.</summary>
internal static class PngFilter
{
    public const int Kinds = 5;

    /// <summary>Writes what a prediction leaves of a row. The row above has the same length; zeros for the
    /// first.</summary>
    public static void Apply(int kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int step, Span<byte> result)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int corner = i >= step ? above[i - step] : 0;
            result[i] = (byte)(row[i] - Predict(kind, left, above[i], corner));
        }
    }

    /// <summary>Restores a row in place.</summary>
    public static void Undo(int kind, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (int i = 0; kind != 0 && i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int corner = i >= step ? above[i - step] : 0;
            row[i] = (byte)(row[i] + Predict(kind, left, above[i], corner));
        }
    }

    /// <summary>Sum of the absolute values of the bytes taken as signed: small where compression will do
    /// well.</summary>
    public static int Cost(ReadOnlySpan<byte> row)
    {
        int sum = 0;
        foreach (byte value in row)
        {
            sum += Math.Abs((int)(sbyte)value);
        }

        return sum;
    }

    private static int Predict(int kind, int left, int up, int corner) => kind switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        _ => Paeth(left, up, corner),
    };

    private static int Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner);
        int toUp = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + up - corner - corner);
        if (toLeft <= toUp && toLeft <= toCorner)
        {
            return left;
        }

        return toUp <= toCorner ? up : corner;
    }
}
