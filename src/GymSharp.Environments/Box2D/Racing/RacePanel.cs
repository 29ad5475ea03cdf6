using System.Globalization;

namespace GymSharp.Environments.Box2D;

/// <summary>The instruments below a race: return, speed, turning of the wheels, steering and gyroscope.</summary>
internal sealed class RacePanel
{
    /// <summary>Height in pixels.</summary>
    public const int Height = 100;

    private const double CellWidth = RaceCamera.Width / 40.0;
    private const double CellHeight = RaceCamera.Height / 40.0;
    private const int MaximumDigits = 24;
    private readonly BlockSurface surface;
    private readonly PolygonPainter painter;

    /// <summary>Draws into a picture.</summary>
    public RacePanel(BlockSurface surface, PolygonPainter painter)
    {
        this.surface = surface;
        this.painter = painter;
    }

    /// <summary>Draws the instruments on a panel that nothing was drawn on and is black.</summary>
    public void Draw(RaceView view)
    {
        DrawColumn(5, view.Speed, 0.02 * view.Speed, 0xFFFFFF);
        for (int wheel = 0; wheel < CarShape.Wheels; wheel++)
        {
            double rolling = view.Rolling[wheel];
            DrawColumn(7 + wheel, rolling, 0.01 * rolling, wheel < 2 ? 0xFF0000u : 0xFF0033u);
        }

        DrawBar(20, view.Steering, -10.0 * view.Steering, 0x00FF00);
        DrawBar(30, view.Gyroscope, -0.8 * view.Gyroscope, 0x0000FF);
        DrawReturn(view.Return);
    }

    private void DrawColumn(int place, double value, double height, uint color)
    {
        const double Bottom = RaceCamera.Height - CellHeight;
        if (Math.Abs(value) > 1e-4)
        {
            double top = RaceCamera.Height - (CellHeight + (CellHeight * height));
            (double left, double right) = (place * CellWidth, (place + 1) * CellWidth);
            painter.DrawPlain(
                [
                    PixelPoint.Of(left, top), PixelPoint.Of(right, top),
                    PixelPoint.Of(right, Bottom), PixelPoint.Of(left, Bottom),
                ],
                color);
        }
    }

    private void DrawBar(int place, double value, double length, uint color)
    {
        const double Top = RaceCamera.Height - (4 * CellHeight);
        const double Bottom = RaceCamera.Height - (2 * CellHeight);
        if (Math.Abs(value) > 1e-4)
        {
            (double left, double right) = (place * CellWidth, (place + length) * CellWidth);
            painter.DrawPlain(
                [
                    PixelPoint.Of(left, Top), PixelPoint.Of(right, Top),
                    PixelPoint.Of(right, Bottom), PixelPoint.Of(left, Bottom),
                ],
                color);
        }
    }

    // Four characters at least, around the middle of the left end.
    private void DrawReturn(double value)
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
        int x = MiddleX - (PanelDigits.Measure(text) / 2);
        foreach (char character in text)
        {
            PanelDigits.Draw(surface, character, x, MiddleY - (PanelDigits.Height / 2));
            x += PanelDigits.Advance(character);
        }
    }
}
