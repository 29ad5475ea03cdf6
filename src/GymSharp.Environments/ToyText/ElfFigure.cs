using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>The elf of FrozenLake and CliffWalking, on a square of 64 × 64 units.</summary>
internal static class ElfFigure
{
    private const double Outline = 1.3;

    private static readonly Color Skin = new(255, 216, 176);
    private static readonly Color Hair = new(222, 116, 42);
    private static readonly Color Tunic = new(44, 142, 74);
    private static readonly Color Hat = new(52, 160, 80);
    private static readonly Color Sleeve = new(200, 54, 62);
    private static readonly Color Boot = new(140, 42, 44);
    private static readonly Color Buckle = new(250, 206, 84);

    /// <summary>Draws the elf into the square from (0, 0) to (64, 64).</summary>
    public static void Draw(Canvas canvas, Heading heading)
    {
        using CanvasScope scope = canvas.Push();
        if (heading == Heading.Left)
        {
            canvas.Translate(64, 0);
            canvas.Scale(-1, 1);
        }

        canvas.FillEllipse(32, 55, 14, 4, Shapes.Shadow);
        if (heading is Heading.Left or Heading.Right)
        {
            DrawBodySide(canvas);
            DrawHeadSide(canvas);
        }
        else
        {
            DrawBody(canvas, isFront: heading == Heading.Down);
            DrawHead(canvas, isFront: heading == Heading.Down);
        }
    }

    private static void DrawBody(Canvas canvas, bool isFront)
    {
        Shapes.Polygon(canvas, Boot, Outline, (24, 48), (31, 48), (31, 55), (22, 55));
        Shapes.Polygon(canvas, Boot, Outline, (33, 48), (40, 48), (42, 55), (33, 55));
        Shapes.Polygon(canvas, Sleeve, Outline, (24, 37), (19, 39), (17, 46), (22, 48));
        Shapes.Polygon(canvas, Sleeve, Outline, (40, 37), (45, 39), (47, 46), (42, 48));
        Shapes.Circle(canvas, Skin, 1, new(19, 47.5), 2.6);
        Shapes.Circle(canvas, Skin, 1, new(45, 47.5), 2.6);
        Shapes.Polygon(canvas, Tunic, Outline, (25, 36), (39, 36), (43, 51), (21, 51));
        canvas.FillRectangle(22.8, 44, 18.4, 2.8, new Color(74, 46, 36));
        if (isFront)
        {
            canvas.FillPolygon([(27, 36.5), (37, 36.5), (32, 42)], Sleeve);
            canvas.FillRectangle(30, 43.4, 4, 4, Buckle);
        }
    }

    private static void DrawBodySide(Canvas canvas)
    {
        Shapes.Polygon(canvas, Boot, Outline, (27, 48), (37, 48), (41, 55), (26, 55));
        Shapes.Polygon(canvas, Tunic, Outline, (27, 36), (37, 36), (40, 51), (24, 51));
        canvas.FillRectangle(25.4, 44, 13.2, 2.8, new Color(74, 46, 36));
        Shapes.Polygon(canvas, Sleeve, Outline, (29, 38), (34, 38), (37, 46), (32, 47.5));
        Shapes.Circle(canvas, Skin, 1, new(35.4, 47), 2.6);
    }

    private static void DrawHead(Canvas canvas, bool isFront)
    {
        Shapes.Polygon(canvas, Skin, 1, (22.5, 26), (14.5, 23.5), (22, 32));
        Shapes.Polygon(canvas, Skin, 1, (41.5, 26), (49.5, 23.5), (42, 32));
        Shapes.Circle(canvas, isFront ? Skin : Hair, Outline, new(32, 28.5), 10.5);
        if (isFront)
        {
            canvas.FillPolygon([(22.4, 25), (41.6, 25), (40, 21), (32, 19.5), (24, 21)], Hair);
            canvas.FillPolygon([(22, 25), (26, 25), (23.4, 32)], Hair);
            canvas.FillPolygon([(42, 25), (38, 25), (40.6, 32)], Hair);
            DrawEye(canvas, 28.2);
            DrawEye(canvas, 35.8);
            canvas.FillCircle(25.8, 32.6, 1.8, new Color(240, 130, 120, 140));
            canvas.FillCircle(38.2, 32.6, 1.8, new Color(240, 130, 120, 140));
            canvas.DrawArc(32, 32.2, 2.8, 0.5, Math.PI - 1, new Pen(Shapes.Ink, 1.1, LineCap.Round));
        }

        Shapes.Polygon(canvas, Hat, Outline, (21, 22), (43, 22), (38, 13), (33, 5), (27, 12));
        DrawBrim(canvas, 19.5, 25);
        Shapes.Circle(canvas, Color.White, 1, new(33, 5.5), 2.8);
    }

    private static void DrawHeadSide(Canvas canvas)
    {
        Shapes.Circle(canvas, Skin, Outline, new(33, 28.5), 10.3);
        canvas.FillPolygon([(23.4, 25), (43, 25), (40, 20.5), (33, 19), (25, 20.5)], Hair);
        canvas.FillPolygon([(22.8, 25), (31, 25), (28, 37.5), (23.6, 33)], Hair);
        Shapes.Polygon(canvas, Skin, 1, (31, 31.5), (23.5, 24.5), (31.5, 26.2));
        Shapes.Polygon(canvas, Skin, 1, (42.6, 27.8), (45.8, 31), (42.6, 31.6));
        DrawEye(canvas, 38.8);
        canvas.FillCircle(36.6, 32.8, 1.8, new Color(240, 130, 120, 140));
        Shapes.Polygon(canvas, Hat, Outline, (22, 22), (44, 22), (38, 12), (28, 7), (14, 12), (20, 15));
        DrawBrim(canvas, 21, 24);
        Shapes.Circle(canvas, Color.White, 1, new(14, 12.5), 2.8);
    }

    private static void DrawEye(Canvas canvas, double x)
    {
        canvas.FillEllipse(x, 28.4, 1.6, 2.4, Shapes.Ink);
        canvas.FillCircle(x + 0.5, 27.4, 0.6, Color.White);
    }

    private static void DrawBrim(Canvas canvas, double x, double width)
    {
        canvas.FillRoundedRectangle(x, 19.6, width, 5, 2.5, Sleeve);
        canvas.DrawRoundedRectangle(x, 19.6, width, 5, 2.5, new Pen(Shapes.Ink, 1));
    }
}
