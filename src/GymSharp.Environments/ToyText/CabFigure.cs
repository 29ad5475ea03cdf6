using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>The cab of Taxi, on a square of 50 × 50 units.</summary>
internal static class CabFigure
{
    private static readonly Color Body = new(250, 200, 28);
    private static readonly Color Roof = new(255, 218, 74);
    private static readonly Color Shade = new(214, 156, 18);
    private static readonly Color Glass = new(52, 62, 84);
    private static readonly Color Gleam = new(120, 140, 170);
    private static readonly Color Tire = new(40, 40, 46);

    /// <summary>Draws the cab into the square from (0, 0) to (50, 50).</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="heading">Where it drives.</param>
    /// <param name="isOccupied">
    /// Whether the passenger is on board: a head shows in the window and the roof sign is off.
    /// </param>
    public static void Draw(Canvas canvas, Heading heading, bool isOccupied)
    {
        using CanvasScope scope = canvas.Push();
        if (heading == Heading.Left)
        {
            canvas.Translate(50, 0);
            canvas.Scale(-1, 1);
        }

        canvas.FillEllipse(25, 43.5, 20, 4.5, Shapes.Shadow);
        if (heading is Heading.Left or Heading.Right)
        {
            DrawSide(canvas, isOccupied);
        }
        else
        {
            DrawEnd(canvas, isFront: heading == Heading.Down, isOccupied);
        }
    }

    private static void DrawSign(Canvas canvas, bool isOccupied)
    {
        Color sign = isOccupied ? new Color(150, 150, 156) : new Color(255, 250, 226);
        canvas.FillRoundedRectangle(20, 10, 10, 5.5, 1.5, sign);
        canvas.DrawRoundedRectangle(20, 10, 10, 5.5, 1.5, new Pen(Shapes.Ink, 1));
        canvas.FillRectangle(22, 12.2, 6, 1.2, isOccupied ? new Color(110, 110, 116) : new Color(220, 60, 50));
    }

    private static void DrawHead(Canvas canvas, double x, double y)
    {
        canvas.FillCircle(x, y, 2.7, new Color(250, 208, 168));
        canvas.FillPie(x, y - 0.4, 3, Math.PI, Math.PI, new Color(122, 70, 52));
    }

    private static void DrawEnd(Canvas canvas, bool isFront, bool isOccupied)
    {
        canvas.FillRoundedRectangle(10.5, 36, 7, 8.5, 2, Tire);
        canvas.FillRoundedRectangle(32.5, 36, 7, 8.5, 2, Tire);
        DrawSign(canvas, isOccupied);
        Shapes.Polygon(canvas, Roof, 1.2, (15.5, 15.5), (34.5, 15.5), (38, 26), (12, 26));
        canvas.FillPolygon([(17.2, 17.8), (32.8, 17.8), (35.4, 25.5), (14.6, 25.5)], Glass);
        if (isOccupied)
        {
            DrawHead(canvas, isFront ? 29.5 : 20.5, 23);
        }

        canvas.FillPolygon([(19, 17.8), (22, 17.8), (19.4, 25.5), (16.4, 25.5)], Gleam.WithAlpha(150));
        Shapes.Polygon(canvas, Shade, 1, (12, 24.5), (7.5, 24.5), (7.5, 27.5), (11, 28.5));
        Shapes.Polygon(canvas, Shade, 1, (38, 24.5), (42.5, 24.5), (42.5, 27.5), (39, 28.5));
        canvas.FillRoundedRectangle(9, 25.5, 32, 14.5, 3.5, Body);
        canvas.FillRectangle(9.5, 34.5, 31, 4.5, Shade);
        canvas.DrawRoundedRectangle(9, 25.5, 32, 14.5, 3.5, new Pen(Shapes.Ink, 1.2));
        Color lamp = isFront ? new Color(255, 250, 214) : new Color(226, 52, 44);
        canvas.FillRoundedRectangle(11, 28.5, 7, 4.2, 1.6, lamp);
        canvas.FillRoundedRectangle(32, 28.5, 7, 4.2, 1.6, lamp);
        canvas.FillRoundedRectangle(20, 28.5, 10, 4.2, 1, isFront ? Glass : new Color(240, 240, 240));
        DrawChecks(canvas, 13, 35.2, 6);
    }

    private static void DrawSide(Canvas canvas, bool isOccupied)
    {
        DrawSign(canvas, isOccupied);
        Shapes.Polygon(canvas, Roof, 1.2, (16, 15.5), (33, 15.5), (39, 26), (10.5, 26));
        canvas.FillPolygon([(17, 17.8), (23.8, 17.8), (23.8, 25.8), (13.4, 25.8)], Glass);
        canvas.FillPolygon([(25.8, 17.8), (32, 17.8), (36.4, 25.8), (25.8, 25.8)], Glass);
        if (isOccupied)
        {
            DrawHead(canvas, 19.6, 23.2);
        }

        canvas.FillPolygon([(29, 17.8), (31, 17.8), (28.4, 25.8), (26.4, 25.8)], Gleam.WithAlpha(150));
        Shapes.Polygon(
            canvas, Body, 1.2,
            (4.5, 27), (7, 25.5), (39, 25.5), (45, 28), (46.5, 33), (46, 39.5), (4.5, 39.5), (3.5, 33));
        canvas.FillRectangle(4.6, 35, 41.2, 3.9, Shade);
        canvas.DrawLine(24.8, 26, 24.8, 39, new Pen(Shapes.Ink.WithAlpha(150), 0.9));
        canvas.FillRoundedRectangle(43, 29.5, 3, 4, 1.2, new Color(255, 250, 214));
        canvas.FillRoundedRectangle(3.8, 29.5, 2.6, 4, 1.2, new Color(226, 52, 44));
        DrawChecks(canvas, 16, 31.2, 4);
        DrawWheel(canvas, 13);
        DrawWheel(canvas, 36.5);
    }

    private static void DrawWheel(Canvas canvas, double x)
    {
        canvas.FillCircle(x, 40, 5.2, Tire);
        canvas.FillCircle(x, 40, 2.6, new Color(190, 190, 196));
    }

    private static void DrawChecks(Canvas canvas, double x, double y, int pairs)
    {
        for (int i = 0; i < 2 * pairs; i++)
        {
            canvas.FillRectangle(x + (2 * i), y + (2 * (i & 1)), 2, 2, Tire);
        }
    }
}
