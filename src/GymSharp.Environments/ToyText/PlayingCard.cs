using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>Playing cards, on an area of <see cref="Width"/> × <see cref="Height"/> units.</summary>
internal static class PlayingCard
{
    public const double Width = 120;
    public const double Height = 166;
    private const double Corner = 9;

    private static readonly Color Face = new(252, 251, 246);
    private static readonly Color Edge = new(60, 60, 70);
    private static readonly Color RedInk = new(206, 32, 44);
    private static readonly Color BlackInk = new(28, 28, 36);

    // Places of the pips of 2 to 9: columns at -1, 0, 1 and rows from -1 (top) to 1.
    private static readonly Point[][] Pips =
    [
        [(0, -1), (0, 1)],
        [(0, -1), (0, 0), (0, 1)],
        [(-1, -1), (1, -1), (-1, 1), (1, 1)],
        [(-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)],
        [(-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)],
        [(-1, -1), (1, -1), (0, -0.5), (-1, 0), (1, 0), (-1, 1), (1, 1)],
        [(-1, -1), (1, -1), (0, -0.5), (-1, 0), (1, 0), (0, 0.5), (-1, 1), (1, 1)],
        [(-1, -1), (1, -1), (-1, -1 / 3.0), (1, -1 / 3.0), (0, 0), (-1, 1 / 3.0), (1, 1 / 3.0), (-1, 1), (1, 1)],
    ];

    /// <summary>Draws an open card.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="rank">A, 2 to 9, J, Q or K.</param>
    /// <param name="suit">C, D, H or S.</param>
    public static void DrawFront(Canvas canvas, string rank, char suit)
    {
        Color ink = suit is 'D' or 'H' ? RedInk : BlackInk;
        DrawBlank(canvas, Face);
        for (int turn = 0; turn < 2; turn++)
        {
            using CanvasScope scope = canvas.Push();
            if (turn == 1)
            {
                Turn(canvas);
            }

            canvas.DrawText(rank, 15, 9, new TextStyle(23, ink, HorizontalAlign.Center, VerticalAlign.Top, Bold: true));
            DrawSuit(canvas, suit, ink, new(15, 37), 7);
            if (rank is "J" or "Q" or "K")
            {
                CourtFigure.Draw(canvas, rank[0], ink);
                DrawSuit(canvas, suit, ink, new(35.5, 33), 6.5);
            }
        }

        if (rank == "A")
        {
            DrawSuit(canvas, suit, ink, new(Width / 2, Height / 2), 27);
        }
        else if (int.TryParse(rank, out int number))
        {
            DrawPips(canvas, number, suit, ink);
        }
    }

    /// <summary>Draws a hidden card.</summary>
    public static void DrawBack(Canvas canvas)
    {
        Color dark = new(36, 58, 132);
        Color light = new(148, 172, 232);
        DrawBlank(canvas, Face);
        canvas.FillRoundedRectangle(8, 8, Width - 16, Height - 16, 5, dark);
        canvas.DrawRoundedRectangle(12, 12, Width - 24, Height - 24, 3, new Pen(light, 1.5));
        const double Step = 12;
        for (int row = 0; row < 11; row++)
        {
            for (int column = 0; column < 7; column++)
            {
                double x = (Width / 2) + ((column - 3) * Step);
                double y = (Height / 2) + ((row - 5) * Step);
                bool isEven = ((row + column) & 1) == 0;
                canvas.FillPolygon(
                    [(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], isEven ? light : new Color(70, 96, 176));
                canvas.FillCircle(x, y, 1.8, isEven ? dark : light);
            }
        }
    }

    private static void DrawBlank(Canvas canvas, Color color)
    {
        canvas.FillRoundedRectangle(3, 4, Width, Height, Corner, Shapes.Shadow);
        canvas.FillRoundedRectangle(0, 0, Width, Height, Corner, color);
        canvas.DrawRoundedRectangle(0.6, 0.6, Width - 1.2, Height - 1.2, Corner, new Pen(Edge, 1.2));
    }

    private static void Turn(Canvas canvas)
    {
        canvas.Translate(Width, Height);
        canvas.Scale(-1, -1);
    }

    private static void DrawPips(Canvas canvas, int number, char suit, Color ink)
    {
        foreach (Point pip in Pips[number - 2])
        {
            using CanvasScope scope = canvas.Push();
            if (pip.Y > 0)
            {
                Turn(canvas);
            }

            Point place = pip.Y > 0 ? pip * -1 : pip;
            DrawSuit(canvas, suit, ink, new((Width / 2) + (22 * place.X), (Height / 2) + (52 * place.Y)), 11);
        }
    }

    /// <summary>Draws the sign of a suit around a centre; <paramref name="r"/> is about half of its height.</summary>
    private static void DrawSuit(Canvas canvas, char suit, Color ink, Point center, double r)
    {
        using CanvasScope scope = canvas.Push();
        canvas.Translate(center.X, center.Y);
        canvas.Scale(r);
        switch (suit)
        {
            case 'D':
                canvas.FillPolygon([(0, -1.05), (0.78, 0), (0, 1.05), (-0.78, 0)], ink);
                break;
            case 'H':
                DrawHeart(canvas, ink);
                break;
            case 'S':
                DrawStem(canvas, ink);
                canvas.Translate(0, -0.12);
                canvas.Scale(1, -1);
                DrawHeart(canvas, ink);
                break;
            default:
                DrawStem(canvas, ink);
                canvas.FillCircle(0, -0.52, 0.44, ink);
                canvas.FillCircle(-0.48, 0.16, 0.44, ink);
                canvas.FillCircle(0.48, 0.16, 0.44, ink);
                canvas.FillCircle(0, 0, 0.26, ink);
                break;
        }
    }

    private static void DrawHeart(Canvas canvas, Color ink)
    {
        canvas.FillCircle(-0.43, -0.36, 0.47, ink);
        canvas.FillCircle(0.43, -0.36, 0.47, ink);
        canvas.FillPolygon([(-0.83, -0.12), (0, -0.45), (0.83, -0.12), (0.45, 0.45), (0, 0.98), (-0.45, 0.45)], ink);
    }

    private static void DrawStem(Canvas canvas, Color ink) =>
        canvas.FillPolygon([(-0.09, 0.1), (0.09, 0.1), (0.16, 0.7), (0.42, 1), (-0.42, 1), (-0.16, 0.7)], ink);
}
