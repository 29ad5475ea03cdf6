using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>Jack, queen and king: the upper half of a card, which is drawn a second time upside down.</summary>
internal static class CourtFigure
{
    private const double Outline = 1;

    private static readonly Color Skin = new(252, 220, 184);
    private static readonly Color Gold = new(246, 196, 60);
    private static readonly Color Red = new(206, 44, 52);
    private static readonly Color Blue = new(52, 82, 166);
    private static readonly Color Frame = new(120, 130, 160);

    /// <summary>Draws the half above the middle of the card.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="rank">J, Q or K.</param>
    /// <param name="ink">The colour of the suit, which is also that of the robe.</param>
    public static void Draw(Canvas canvas, char rank, Color ink)
    {
        Color robe = ink.R > 100 ? Red : Blue;
        canvas.DrawPolyline([(27, 83), (27, 22), (93, 22), (93, 83)], new Pen(Frame, 1.2));
        DrawRobe(canvas, robe);
        Color hair = rank switch
        {
            'J' => new Color(226, 176, 84),
            'Q' => new Color(148, 84, 44),
            _ => new Color(120, 100, 92),
        };
        DrawHead(canvas, rank, hair);
        switch (rank)
        {
            case 'K':
                DrawCrown(
                    canvas,
                    [(46, 33), (44, 21), (51, 27), (55, 18), (60, 26), (65, 18), (69, 27), (76, 21), (74, 33)]);
                break;
            case 'Q':
                DrawCrown(canvas, [(49, 34), (46, 26), (53, 29), (60, 20), (67, 29), (74, 26), (71, 34)]);
                break;
            default:
                Shapes.Polygon(canvas, robe, Outline, (45, 34), (47, 25), (60, 22), (74, 26), (76, 33));
                canvas.DrawLine(45, 33.5, 76, 33, new Pen(Gold, 2.5));
                Shapes.Polygon(canvas, Gold, Outline, (72, 27), (84, 17), (81, 29), (74, 31));
                break;
        }
    }

    private static void DrawRobe(Canvas canvas, Color robe)
    {
        Shapes.Polygon(canvas, robe, Outline, (28, 83), (32, 67), (49, 58), (71, 58), (88, 67), (92, 83));
        canvas.FillPolygon([(52, 58), (68, 58), (63, 83), (57, 83)], Gold);
        canvas.DrawLine(57, 60, 63, 66, new Pen(robe, 1.6));
        canvas.DrawLine(63, 60, 57, 66, new Pen(robe, 1.6));
        canvas.DrawLine(57, 70, 63, 76, new Pen(robe, 1.6));
        canvas.DrawLine(63, 70, 57, 76, new Pen(robe, 1.6));
        canvas.DrawPolyline([(33, 83), (37, 71), (50, 64)], new Pen(Gold, 2.2));
        canvas.DrawPolyline([(87, 83), (83, 71), (70, 64)], new Pen(Gold, 2.2));
        canvas.FillEllipse(60, 59, 11, 3.5, Color.White);
    }

    private static void DrawHead(Canvas canvas, char rank, Color hair)
    {
        double drop = rank == 'Q' ? 58 : 53;
        Shapes.Polygon(
            canvas, hair, Outline, (46, 34), (74, 34), (76, drop), (70, drop + 2), (50, drop + 2), (44, drop));
        canvas.FillEllipse(60, 44, 11.5, 13.5, Skin);
        canvas.DrawEllipse(60, 44, 11.5, 13.5, new Pen(Shapes.Ink, Outline));
        if (rank == 'K')
        {
            Shapes.Polygon(
                canvas, hair, Outline, (49, 48), (55, 50.5), (65, 50.5), (71, 48), (68, 58), (60, 63), (52, 58));
        }

        canvas.FillEllipse(55.8, 42, 1.2, 1.7, Shapes.Ink);
        canvas.FillEllipse(64.2, 42, 1.2, 1.7, Shapes.Ink);
        canvas.DrawLine(53.5, 38.8, 57.8, 38.4, new Pen(Shapes.Ink, 1));
        canvas.DrawLine(62.2, 38.4, 66.5, 38.8, new Pen(Shapes.Ink, 1));
        canvas.DrawPolyline([(60, 42), (61.5, 47), (59, 47.5)], new Pen(Shapes.Ink, 0.8));
        canvas.DrawLine(57, 52, 63, 52, new Pen(Red, rank == 'Q' ? 2.2 : 1.4, LineCap.Round));
    }

    private static void DrawCrown(Canvas canvas, ReadOnlySpan<Point> points)
    {
        canvas.FillPolygon(points, Gold);
        canvas.DrawPolygon(points, new Pen(Shapes.Ink, Outline, LineCap.Round, LineJoin.Round));
        canvas.FillCircle(60, 30.5, 1.8, Red);
        canvas.FillCircle(53, 31, 1.3, Blue);
        canvas.FillCircle(67, 31, 1.3, Blue);
    }
}
