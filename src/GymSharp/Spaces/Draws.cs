using GymSharp.Randomness;

namespace GymSharp.Spaces;

/// <summary>Random choices that several spaces make in the same way.</summary>
internal static class Draws
{
    /// <summary>
    /// Bits as NumPy's <c>integers(0, 2, dtype=int8)</c> draws them: one byte of a 32-bit word each, of which the
    /// highest
    /// bit counts; what is left of the last word is lost.
    /// </summary>
    public static void Bits(Rng rng, Span<sbyte> destination)
    {
        uint word = 0;
        for (int i = 0; i < destination.Length; i++)
        {
            word = (i & 3) == 0 ? rng.NextUInt32() : word >> 8;
            destination[i] = (sbyte)((word >> 7) & 1);
        }
    }

    /// <summary>One of the positions whose mask is 1, or -1 when there is none; then nothing is drawn.</summary>
    public static int Masked(Rng rng, ReadOnlySpan<sbyte> mask)
    {
        int count = 0;
        foreach (sbyte allowed in mask)
        {
            count += allowed;
        }

        if (count == 0)
        {
            return -1;
        }

        int wanted = (int)rng.Integers(0L, count);
        int index = -1;
        while (wanted >= 0)
        {
            index++;
            wanted -= mask[index];
        }

        return index;
    }

    /// <summary>One of the positions with probabilities above 0, as Gymnasium's MultiDiscrete chooses.</summary>
    public static int WeightedAmongPossible(Rng rng, ReadOnlySpan<double> probability)
    {
        double sum = Sum(probability);
        double[] possible = new double[probability.Length];
        int[] positions = new int[probability.Length];
        int count = 0;
        for (int i = 0; i < probability.Length; i++)
        {
            if (probability[i] > 0.0)
            {
                possible[count] = probability[i] / sum;
                positions[count++] = i;
            }
        }

        return positions[rng.Choice(possible.AsSpan(0, count))];
    }

    /// <summary>The sum in the order in which <c>numpy.sum</c> adds: pairwise, in eight strands.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        const int block = 128;
        if (values.Length > block)
        {
            int half = values.Length / 2;
            half -= half % 8;
            return Sum(values[..half]) + Sum(values[half..]);
        }

        double sum = 0.0;
        int at = 0;
        if (values.Length >= 8)
        {
            Span<double> strands = stackalloc double[8];
            values[..8].CopyTo(strands);
            for (at = 8; at + 8 <= values.Length; at += 8)
            {
                for (int i = 0; i < 8; i++)
                {
                    strands[i] += values[at + i];
                }
            }

            double front = (strands[0] + strands[1]) + (strands[2] + strands[3]);
            double back = (strands[4] + strands[5]) + (strands[6] + strands[7]);
            sum = front + back;
        }

        for (; at < values.Length; at++)
        {
            sum += values[at];
        }

        return sum;
    }
}
