namespace GymSharp.Rendering.Plotting;

/// <summary>Draws a <see cref="Plot"/> on a canvas.</summary>
internal sealed class PlotPainter
{
    private const double TextSize = 13;
    private const double TitleSize = 17;
    private const int Gap = 8;

    private static readonly Color Ink = new(40, 40, 40);
    private static readonly Color Grid = new(225, 225, 225);

    private readonly Canvas canvas;
    private readonly Plot plot;
    private readonly PlotArea area;

    public PlotPainter(Canvas canvas, Plot plot, (AxisScale Horizontal, AxisScale Vertical) scales)
    {
        this.canvas = canvas;
        this.plot = plot;
        double widest = 0;
        for (int i = 0; i < scales.Vertical.TickCount; i++)
        {
            widest = Math.Max(widest, Canvas.MeasureText(scales.Vertical.LabelAt(i), TextSize));
        }

        int line = (int)TextSize + Gap;
        int left = Gap + (plot.YLabel.Length > 0 ? line : 0) + (int)widest + Gap;
        int top = Gap + (plot.Title.Length > 0 ? (int)TitleSize + Gap : Gap);
        int bottom = canvas.Height - Gap - line - (plot.XLabel.Length > 0 ? line : 0);
        int right = canvas.Width - (3 * Gap);
        area = new PlotArea(
            new PixelRectangle(left, top, Math.Max(1, right - left), Math.Max(1, bottom - top)),
            scales.Horizontal,
            scales.Vertical);
    }

    public void Paint()
    {
        PaintAxes();
        canvas.Push();
        canvas.ClipTo(area.Pixels);
        foreach (PlotSeries series in plot.Series)
        {
            PaintBand(series);
        }

        foreach (PlotSeries series in plot.Series)
        {
            PaintLine(series);
        }

        canvas.Pop();
        PixelRectangle box = area.Pixels;
        canvas.DrawRectangle(box.X + 0.5, box.Y + 0.5, box.Width - 1, box.Height - 1, Ink);
        PaintLabels();
        PaintLegend();
    }

    private void PaintAxes()
    {
        PixelRectangle box = area.Pixels;
        for (int i = 0; i < area.Horizontal.TickCount; i++)
        {
            double x = Math.Floor(area.X(area.Horizontal.TickAt(i))) + 0.5;
            canvas.DrawLine(x, box.Y, x, box.Bottom, Grid);
            canvas.DrawLine(x, box.Bottom, x, box.Bottom + 4, Ink);
            canvas.DrawText(
                area.Horizontal.LabelAt(i), x, box.Bottom + Gap, new TextStyle(TextSize, Ink, HorizontalAlign.Center));
        }

        for (int i = 0; i < area.Vertical.TickCount; i++)
        {
            double y = Math.Floor(area.Y(area.Vertical.TickAt(i))) + 0.5;
            canvas.DrawLine(box.X, y, box.Right, y, Grid);
            canvas.DrawLine(box.X - 4, y, box.X, y, Ink);
            canvas.DrawText(
                area.Vertical.LabelAt(i),
                box.X - Gap,
                y,
                new TextStyle(TextSize, Ink, HorizontalAlign.Right, VerticalAlign.Middle));
        }
    }

    private void PaintLabels()
    {
        PixelRectangle box = area.Pixels;
        double middle = box.X + (box.Width / 2.0);
        canvas.DrawText(plot.Title, middle, Gap, new TextStyle(TitleSize, Ink, HorizontalAlign.Center, Bold: true));
        canvas.DrawText(
            plot.XLabel,
            middle,
            canvas.Height - Gap,
            new TextStyle(TextSize, Ink, HorizontalAlign.Center, VerticalAlign.Baseline));
        using (canvas.Push())
        {
            canvas.Translate(Gap, box.Y + (box.Height / 2.0));
            canvas.Rotate(-Math.PI / 2);
            canvas.DrawText(plot.YLabel, 0, 0, new TextStyle(TextSize, Ink, HorizontalAlign.Center));
        }
    }

    private void PaintBand(PlotSeries series)
    {
        if (series.Spread is null)
        {
            return;
        }

        List<Point> outline = [];
        foreach ((int start, int end) in Runs(series))
        {
            outline.Clear();
            for (int i = start; i < end; i++)
            {
                outline.Add(area.Place(series.X[i], series.Y[i] + series.SpreadAt(i)));
            }

            for (int i = end - 1; i >= start; i--)
            {
                outline.Add(area.Place(series.X[i], series.Y[i] - series.SpreadAt(i)));
            }

            canvas.FillPolygon(outline.ToArray(), series.Color!.Value.WithAlpha(55));
        }
    }

    private void PaintLine(PlotSeries series)
    {
        Color color = series.Color!.Value;
        Pen pen = new(color, series.Thickness, LineCap.Round, LineJoin.Round);
        List<Point> line = [];
        foreach ((int start, int end) in Runs(series))
        {
            line.Clear();
            for (int i = start; i < end; i++)
            {
                line.Add(area.Place(series.X[i], series.Y[i]));
            }

            canvas.DrawPolyline(line.ToArray(), pen);
            if (line.Count == 1)
            {
                canvas.FillCircle(line[0].X, line[0].Y, series.Thickness + 1, color);
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Runs(PlotSeries series)
    {
        int start = 0;
        for (int i = 0; i <= series.X.Length; i++)
        {
            if (i == series.X.Length || !series.IsFiniteAt(i))
            {
                if (i > start)
                {
                    yield return (start, i);
                }

                start = i + 1;
            }
        }
    }

    private void PaintLegend()
    {
        const double Line = TextSize + 6;
        const double Sample = 24;
        List<PlotSeries> named = [.. plot.Series.Where(series => series.Label.Length > 0)];
        if (named.Count == 0)
        {
            return;
        }

        double width = Sample + (3 * Gap) + named.Max(series => Canvas.MeasureText(series.Label, TextSize));
        double height = (named.Count * Line) + Gap;
        (double x, double y) = FindCorner(width, height);
        canvas.FillRoundedRectangle(x, y, width, height, 4, Color.White.WithAlpha(225));
        canvas.DrawRoundedRectangle(x, y, width, height, 4, new Color(200, 200, 200));
        double middle = y + (Gap / 2.0) + (Line / 2);
        foreach (PlotSeries series in named)
        {
            Pen pen = new(series.Color!.Value, series.Thickness + 1);
            canvas.DrawLine(x + Gap, middle, x + Gap + Sample, middle, pen);
            canvas.DrawText(
                series.Label,
                x + Sample + (2 * Gap),
                middle,
                new TextStyle(TextSize, Ink, Vertical: VerticalAlign.Middle));
            middle += Line;
        }
    }

    // The corner that hides the fewest points.
    private (double X, double Y) FindCorner(double width, double height)
    {
        PixelRectangle box = area.Pixels;
        double left = box.X + Gap + 0.5;
        double right = Math.Max(left, Math.Round(box.Right - Gap - width) + 0.5);
        double top = box.Y + Gap + 0.5;
        double bottom = Math.Max(top, box.Bottom - Gap - height + 0.5);
        (double X, double Y) best = (left, top);
        int fewest = int.MaxValue;
        foreach ((double x, double y) in new[] { (left, top), (right, top), (right, bottom), (left, bottom) })
        {
            int hidden = CountPoints(x - Gap, y - Gap, width + (2 * Gap), height + (2 * Gap));
            if (hidden < fewest)
            {
                (best, fewest) = ((x, y), hidden);
            }
        }

        return best;
    }

    private int CountPoints(double x, double y, double width, double height)
    {
        int count = 0;
        foreach (PlotSeries series in plot.Series)
        {
            for (int i = 0; i < series.X.Length; i++)
            {
                Point place = area.Place(series.X[i], series.Y[i]);
                bool inside = place.X >= x && place.X <= x + width && place.Y >= y && place.Y <= y + height;
                count += inside ? 1 : 0;
            }
        }

        return count;
    }
}
