using System.Globalization;

namespace GymSharp.Environments.Box2D;

/// <summary>The instruments below a race: return, speed, turning of the wheels, steering and gyroscope.</summary>
internal static class RacePanel
{
    /// <summary>Height in pixels.</summary>
    public const int Height = 100;

    private const double CellWidth = RaceCamera.Width / 40.0;
    private const double CellHeight = RaceCamera.Height / 40.0;
    private const int MaximumDigits = 24;

    /// <summary>Adds the instruments to a sketch.</summary>
    public static void Draw(RaceView view, Sketch sketch)
    {
        const int Top = RaceCamera.Height - Height;
        AddBox(sketch, (0, Top), (RaceCamera.Width - 1, RaceCamera.Height - 1), 0);
        DrawColumn(sketch, 5, (view.Speed, 0.02 * view.Speed), 0xFFFFFF);
        for (int wheel = 0; wheel < CarShape.Wheels; wheel++)
        {
            double rolling = view.Rolling[wheel];
            DrawColumn(sketch, 7 + wheel, (rolling, 0.01 * rolling), wheel < 2 ? 0xFF0000u : 0xFF0033u);
        }

        DrawBar(sketch, 20, (view.Steering, -10.0 * view.Steering), 0x00FF00);
        DrawBar(sketch, 30, (view.Gyroscope, -0.8 * view.Gyroscope), 0x0000FF);
        DrawReturn(sketch, view.Return);
    }

    private static void DrawColumn(Sketch sketch, int place, (double Value, double Height) bar, uint color)
    {
        const double Bottom = RaceCamera.Height - CellHeight;
        if (Math.Abs(bar.Value) > 1e-4)
        {
            double top = RaceCamera.Height - (CellHeight + (CellHeight * bar.Height));
            (double left, double right) = (place * CellWidth, (place + 1) * CellWidth);
            AddBox(sketch, (left, top), (right, Bottom), color);
        }
    }

    private static void DrawBar(Sketch sketch, int place, (double Value, double Length) bar, uint color)
    {
        const double Top = RaceCamera.Height - (4 * CellHeight);
        const double Bottom = RaceCamera.Height - (2 * CellHeight);
        if (Math.Abs(bar.Value) > 1e-4)
        {
            (double left, double right) = (place * CellWidth, (place + bar.Length) * CellWidth);
            AddBox(sketch, (left, Top), (right, Bottom), color);
        }
    }

    // Four characters at least, around the middle of the left end.
    private static void DrawReturn(Sketch sketch, double value)
    {
        const int MiddleX = 60;
        const int MiddleY = (int)(RaceCamera.Height - (RaceCamera.Height * 2.5 / 40.0));
        Span<char> text = stackalloc char[MaximumDigits];
        bool isNegative = double.IsNegative(value);
        text[0] = '-';
        ReadOnlySpan<char> format = isNegative ? "000" : "0000";
        Span<char> digits = isNegative ? text[1..] : text;
        if (!Math.Round(Math.Abs(value)).TryFormat(digits, out int length, format, CultureInfo.InvariantCulture))
        {
            return;
        }

        text = text[..(length + (isNegative ? 1 : 0))];
        // The text has a black ground, which would hide other instruments if it were long.
        int width = PanelDigits.Measure(text);
        (int x, int top) = (MiddleX - (width / 2), MiddleY - (PanelDigits.Height / 2));
        AddBox(sketch, (x, top), (x + width - 1, top + PanelDigits.Height - 1), 0);
        foreach (char character in text)
        {
            sketch.Add(PanelDigits.Of(character), x, top);
            x += PanelDigits.Advance(character);
        }
    }

    private static void AddBox(
        Sketch sketch, (double X, double Y) upperLeft, (double X, double Y) lowerRight, uint color) => sketch.AddPlain(
        [
            PixelPoint.Of(upperLeft.X, upperLeft.Y), PixelPoint.Of(lowerRight.X, upperLeft.Y),
            PixelPoint.Of(lowerRight.X, lowerRight.Y), PixelPoint.Of(upperLeft.X, lowerRight.Y),
        ],
        color,
        isFlipped: false);
}
