using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Draws FrozenLake: snow, frozen-over holes, the present at the goal, the stool at the start, and the elf.
/// </summary>
internal sealed class FrozenLakePicture
{
    private const int LargestCell = 64;
    private const int LargestWindow = 512;
    private const double Unit = 64;

    private static readonly Heading[] Headings = [Heading.Left, Heading.Down, Heading.Right, Heading.Up];
    private static readonly Color Snow = new(242, 247, 253);
    private static readonly Color Streak = new(206, 225, 248);
    private static readonly Color GridLine = new(180, 200, 230);
    private static readonly Color Deep = new(4, 38, 84);

    private readonly string[] map;
    private readonly int cellWidth;
    private readonly int cellHeight;
    private readonly Canvas canvas;
    private readonly Frame background;

    public FrozenLakePicture(string[] map)
    {
        this.map = map;
        int width = Math.Min(LargestCell * map[0].Length, LargestWindow);
        int height = Math.Min(LargestCell * map.Length, LargestWindow);
        cellWidth = Math.Max(1, width / map[0].Length);
        cellHeight = Math.Max(1, height / map.Length);
        canvas = new Canvas(width, height, Color.Black);
        for (int row = 0; row < map.Length; row++)
        {
            for (int column = 0; column < map[0].Length; column++)
            {
                DrawTile(row, column);
            }
        }

        background = canvas.ToFrame();
    }

    /// <summary>Draws the lake with the elf on a tile, looking where it last went.</summary>
    public Frame Draw(int state, int lastAction)
    {
        (int row, int column) = Math.DivRem(state, map[0].Length);
        canvas.DrawFrame(background, 0, 0);
        using (Enter(row, column))
        {
            if (map[row][column] == 'H')
            {
                DrawHole(canvas);
                DrawCracks(canvas);
            }
            else
            {
                ElfFigure.Draw(canvas, lastAction < 0 ? Heading.Down : Headings[lastAction]);
            }
        }

        return canvas.ToFrame();
    }

    private CanvasScope Enter(int row, int column)
    {
        CanvasScope scope = canvas.Push();
        canvas.ClipTo(new PixelRectangle(column * cellWidth, row * cellHeight, cellWidth, cellHeight));
        canvas.Translate(column * cellWidth, row * cellHeight);
        canvas.Scale(cellWidth / Unit, cellHeight / Unit);
        return scope;
    }

    private void DrawTile(int row, int column)
    {
        using (Enter(row, column))
        {
            DrawSnow(canvas, row, column);
            switch (map[row][column])
            {
                case 'H':
                    DrawHole(canvas);
                    break;
                case 'G':
                    DrawPresent(canvas);
                    break;
                case 'S':
                    DrawStool(canvas);
                    break;
                default:
                    break;
            }
        }

        canvas.DrawRectangle(
            (column * cellWidth) + 0.5, (row * cellHeight) + 0.5, cellWidth - 1, cellHeight - 1, GridLine);
    }

    private static void DrawSnow(Canvas canvas, int row, int column)
    {
        canvas.FillRectangle(0, 0, Unit, Unit, Snow);
        // The same four tiles along a row look like ice and compress to less than 50 kB.
        int tile = column % 4;
        for (int i = 0; i < 6; i++)
        {
            double x = Unit * Shapes.Noise(row, tile, 3 * i);
            double y = Unit * ((i + Shapes.Noise(row, tile, (3 * i) + 1)) / 6);
            double length = 8 + (14 * Shapes.Noise(row, tile, (3 * i) + 2));
            Pen pen = new(Streak, 4, LineCap.Round);
            canvas.DrawLine(x - length, y + (length / 3), x + length, y - (length / 3), pen);
        }
    }

    private static void DrawHole(Canvas canvas)
    {
        canvas.FillEllipse(32, 33, 28.5, 26.5, new Color(214, 232, 250));
        canvas.FillEllipse(32, 33, 26.5, 24.5, new Color(22, 122, 214));
        canvas.FillEllipse(32, 34.5, 23.5, 20.5, new Color(72, 182, 244));
        canvas.FillEllipse(32, 36, 21, 17.5, new Color(112, 208, 250));
        Pen gleam = new(new Color(196, 240, 255), 2.6, LineCap.Round);
        canvas.DrawLine(18, 38, 32, 27, gleam);
        canvas.DrawLine(24, 42, 44, 26, gleam);
        canvas.DrawLine(37, 42, 47, 34, gleam);
        canvas.DrawLine(18, 31, 22, 28, gleam);
    }

    private static void DrawCracks(Canvas canvas)
    {
        Pen crack = new(Deep, 1.8, LineCap.Round, LineJoin.Round);
        canvas.DrawPolyline([(22, 26), (16, 22), (13, 25)], crack);
        canvas.DrawPolyline([(41, 24), (45, 18), (50, 19)], crack);
        canvas.DrawPolyline([(44, 40), (50, 42), (53, 38)], crack);
        canvas.DrawPolyline([(24, 45), (20, 50), (22, 53)], crack);
        canvas.DrawPolyline([(16, 36), (11, 38)], crack);
        canvas.FillPolygon(
            [
                (20, 25), (28, 27), (32, 19), (36, 26), (44, 23), (41, 31), (49, 36), (41, 40), (42, 49), (34, 44),
                (27, 51), (25, 43), (14, 43), (22, 36), (14, 31), (22, 31),
            ],
            Deep);
        canvas.FillPolygon([(26, 33), (32, 28), (39, 33), (37, 40), (29, 41)], new Color(2, 20, 52));
    }

    private static void DrawPresent(Canvas canvas)
    {
        Color box = new(52, 104, 172);
        Color ribbon = new(250, 166, 52);
        canvas.FillEllipse(32, 53.5, 20, 4, Shapes.Shadow);
        Shapes.Polygon(canvas, box, 1.5, (15, 30), (49, 30), (49, 53), (15, 53));
        canvas.FillRectangle(15.8, 30.8, 32.4, 3, new Color(30, 66, 122));
        canvas.FillRectangle(28, 30, 8, 22.4, ribbon);
        canvas.FillRectangle(15.8, 41, 32.4, 4, ribbon);
        Shapes.Polygon(canvas, new Color(74, 132, 204), 1.5, (12.5, 22), (51.5, 22), (51.5, 31), (12.5, 31));
        canvas.FillRectangle(28, 22.8, 8, 7.4, new Color(255, 196, 92));
        Shapes.Polygon(canvas, ribbon, 1.4, (31, 21), (24, 9), (16, 10), (15, 17), (21, 21));
        Shapes.Polygon(canvas, ribbon, 1.4, (33, 21), (40, 9), (48, 10), (49, 17), (43, 21));
        canvas.FillPolygon([(27, 19), (22, 13), (18.5, 14.5), (21, 18.5)], new Color(196, 108, 28));
        canvas.FillPolygon([(37, 19), (42, 13), (45.5, 14.5), (43, 18.5)], new Color(196, 108, 28));
        Shapes.Circle(canvas, new Color(255, 196, 92), 1.4, new(32, 19), 4);
    }

    internal static void DrawStool(Canvas canvas)
    {
        Color wood = new(176, 92, 84);
        canvas.FillEllipse(32, 41.5, 10, 2.6, Shapes.Shadow);
        Shapes.Polygon(canvas, new Color(132, 62, 62), 1.2, (25, 33), (28.5, 33), (28, 41.5), (24.5, 41.5));
        Shapes.Polygon(canvas, new Color(132, 62, 62), 1.2, (35.5, 33), (39, 33), (39.5, 41.5), (36, 41.5));
        canvas.FillRoundedRectangle(22.5, 24, 19, 10.5, 3.5, wood);
        canvas.FillRoundedRectangle(24.5, 25.5, 15, 3, 1.5, new Color(206, 128, 112));
        canvas.DrawRoundedRectangle(22.5, 24, 19, 10.5, 3.5, new Pen(Shapes.Ink, 1.3));
    }
}
