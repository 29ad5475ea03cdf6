namespace GymSharp.Rendering.Plotting;

/// <summary>A curve in one line of text, for terminals.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Ascii = "_.-=+*%#";

    /// <summary>Draws values from the lowest to the highest character.</summary>
    /// <param name="values">The values in order; those that are not finite leave a space.</param>
    /// <param name="width">The most characters, at least 1; more values are averaged in groups.</param>
    /// <param name="asciiOnly">Whether to use <c>_.-=+*%#</c> in place of block characters.</param>
    /// <returns>One character per value, or <paramref name="width"/> of them if there are more values.</returns>
    public static string Draw(ReadOnlySpan<double> values, int width = 60, bool asciiOnly = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        double[] means = Group(values, Math.Min(width, values.Length));
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double mean in means)
        {
            if (double.IsFinite(mean))
            {
                low = Math.Min(low, mean);
                high = Math.Max(high, mean);
            }
        }

        string levels = asciiOnly ? Ascii : Blocks;
        char[] line = new char[means.Length];
        for (int i = 0; i < means.Length; i++)
        {
            double share = high > low ? ((means[i] / 2) - (low / 2)) / ((high / 2) - (low / 2)) : 0.5;
            line[i] = double.IsFinite(means[i]) ? levels[(int)Math.Min(share * levels.Length, levels.Length - 1)] : ' ';
        }

        return new string(line);
    }

    private static double[] Group(ReadOnlySpan<double> values, int groups)
    {
        double[] means = new double[groups];
        for (int group = 0; group < groups; group++)
        {
            int start = (int)((long)values.Length * group / groups);
            int end = (int)((long)values.Length * (group + 1) / groups);
            double sum = 0;
            int count = 0;
            foreach (double value in values[start..end])
            {
                if (double.IsFinite(value))
                {
                    sum += value;
                    count++;
                }
            }

            means[group] = count > 0 ? sum / count : double.NaN;
        }

        return means;
    }
}
