namespace GymSharp.Rendering.Plotting;

/// <summary>A line chart with axes, legend and bands: enough for learning curves.</summary>
public sealed class Plot
{
    private static readonly Color[] Colors =
    [
        new(31, 119, 180), new(230, 110, 20), new(44, 140, 44), new(200, 40, 45),
        new(130, 90, 180), new(130, 80, 70), new(215, 105, 180), new(20, 160, 175),
    ];

    private readonly List<PlotSeries> series = [];

    /// <summary>The colours that series without one of their own take in turn.</summary>
    public static IReadOnlyList<Color> Palette => Colors;

    /// <summary>The line above the chart; empty for none.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The name of the horizontal axis; empty for none.</summary>
    public string XLabel { get; set; } = string.Empty;

    /// <summary>The name of the vertical axis; empty for none.</summary>
    public string YLabel { get; set; } = string.Empty;

    /// <summary>The ends of the vertical axis; null to take them from the values.</summary>
    public (double Minimum, double Maximum)? YRange { get; set; }

    /// <summary>The series added so far.</summary>
    public IReadOnlyList<PlotSeries> Series => series;

    /// <summary>Adds a line.</summary>
    /// <param name="item">The line; its arrays must have one length.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public void Add(PlotSeries item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.X.Length != item.Y.Length || (item.Spread is not null && item.Spread.Length != item.Y.Length))
        {
            throw new ArgumentException(
                $"Series \"{item.Label}\" needs arrays of one length, got {item.X.Length} x, {item.Y.Length} y "
                + $"and {item.Spread?.Length.ToString() ?? "no"} spread values.",
                nameof(item));
        }

        series.Add(item with { Color = item.Color ?? Colors[series.Count % Colors.Length] });
    }

    /// <summary>Adds a line.</summary>
    /// <param name="label">Name in the legend.</param>
    /// <param name="x">Horizontal values.</param>
    /// <param name="y">Vertical values, as many.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public void AddLine(string label, double[] x, double[] y) => Add(new PlotSeries(label, x, y));

    /// <summary>Draws the chart.</summary>
    /// <param name="width">Width in pixels, at least 160.</param>
    /// <param name="height">Height in pixels, at least 120.</param>
    /// <returns>A picture with a white background.</returns>
    public Frame Draw(int width = 800, int height = 500)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 160);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 120);
        Canvas canvas = new(width, height, Color.White);
        PlotPainter painter = new(canvas, this, MakeScales(width, height));
        painter.Paint();
        return canvas.ToFrame();
    }

    private (AxisScale Horizontal, AxisScale Vertical) MakeScales(int width, int height)
    {
        double left = double.PositiveInfinity;
        double right = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (PlotSeries item in series)
        {
            for (int i = 0; i < item.X.Length; i++)
            {
                if (item.IsFiniteAt(i))
                {
                    left = Math.Min(left, item.X[i]);
                    right = Math.Max(right, item.X[i]);
                    low = Math.Min(low, item.Y[i] - item.SpreadAt(i));
                    high = Math.Max(high, item.Y[i] + item.SpreadAt(i));
                }
            }
        }

        (left, right, low, high) = left <= right ? (left, right, low, high) : (0, 1, 0, 1);
        double margin = (high - low) * 0.05;
        (low, high) = YRange ?? (low - margin, high + margin);
        return (AxisScale.Nice(left, right, Math.Max(2, width / 110)),
            AxisScale.Nice(low, high, Math.Max(2, height / 70)));
    }
}
