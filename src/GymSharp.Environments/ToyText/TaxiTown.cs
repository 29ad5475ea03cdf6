using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// The part of Taxi's picture that never changes: asphalt, hedges along the walls, coloured stations.
/// </summary>
internal static class TaxiTown
{
    public const int Cell = 50;
    public const int Width = 11 * Cell;
    public const int Height = 7 * Cell;
    private const int HedgeInset = 10;

    private static readonly Color Curb = new(206, 200, 178);
    private static readonly Color Hedge = new(62, 128, 42);
    private static readonly Color[] Leaves = [new(44, 100, 34), new(96, 164, 58), new(78, 146, 50)];
    private static readonly (char Letter, Color Color)[] Stations =
    [
        ('R', new(255, 0, 0)), ('G', new(0, 255, 0)), ('Y', new(255, 255, 0)), ('B', new(0, 0, 255)),
    ];

    public static void Draw(Canvas canvas)
    {
        DrawAsphalt(canvas);
        DrawHedges(canvas);
        for (int i = 0; i < Stations.Length; i++)
        {
            int x = ((2 * TaxiMap.Stations[i].Column) + 1) * Cell;
            int y = ((TaxiMap.Stations[i].Row + 1) * Cell) + 10;
            canvas.FillRectangle(x, y, Cell, Cell, Stations[i].Color.WithAlpha(128));
            canvas.DrawText(Stations[i].Letter.ToString(), x + 4, y + 36, 13, Color.White.WithAlpha(150));
        }
    }

    private static void DrawAsphalt(Canvas canvas)
    {
        canvas.Clear(new Color(112, 112, 114));
        for (int y = 0; y < Height; y += 2)
        {
            for (int x = 0; x < Width; x += 2)
            {
                double noise = Shapes.Noise(x, y, 1);
                // Sparse and of two greys, so that a picture compresses to less than 50 kB.
                if (noise < 0.07)
                {
                    byte level = (byte)(noise < 0.035 ? 100 : 122);
                    canvas.FillRectangle(x, y, 2, 2, new Color(level, level, level));
                }
            }
        }
    }

    private static void DrawHedges(Canvas canvas)
    {
        for (int y = 0; y < TaxiMap.Text.Length; y++)
        {
            for (int x = 0; x < TaxiMap.Text[y].Length; x++)
            {
                char tile = TaxiMap.Text[y][x];
                if (tile == '|' && Tile(x, y - 1) != '|')
                {
                    int length = Run(x, y, 0, 1, '|');
                    DrawHedge(canvas, (x * Cell) + HedgeInset, y * Cell, Cell - (2 * HedgeInset), length * Cell);
                }
                else if (tile == '-' && Tile(x - 1, y) != '-')
                {
                    int length = Run(x, y, 1, 0, '-');
                    DrawHedge(canvas, x * Cell, (y * Cell) + HedgeInset, length * Cell, Cell - (2 * HedgeInset));
                }
            }
        }
    }

    private static char Tile(int x, int y) =>
        y < 0 || y >= TaxiMap.Text.Length || x < 0 || x >= TaxiMap.Text[y].Length ? ' ' : TaxiMap.Text[y][x];

    private static int Run(int x, int y, int stepX, int stepY, char wanted)
    {
        int length = 0;
        while (Tile(x + (length * stepX), y + (length * stepY)) == wanted)
        {
            length++;
        }

        return length;
    }

    private static void DrawHedge(Canvas canvas, int x, int y, int width, int height)
    {
        double round = Math.Min(width, height) / 2.0;
        canvas.FillRoundedRectangle(x + 2, y + 5, width, height, round, Shapes.Shadow);
        canvas.FillRoundedRectangle(x, y, width, height, round, Curb);
        canvas.FillRoundedRectangle(x + 3.5, y + 3.5, width - 7, height - 7, round - 3.5, Hedge);
        using CanvasScope scope = canvas.Push();
        canvas.ClipTo(new PixelRectangle(x, y, width, height));
        for (int top = y + 7; top < y + height - 7; top += 5)
        {
            for (int left = x + 7; left < x + width - 7; left += 5)
            {
                DrawLeaf(canvas, left, top);
            }
        }
    }

    private static void DrawLeaf(Canvas canvas, int x, int y)
    {
        double noise = Shapes.Noise(x, y, 2);
        Color leaf = Leaves[(int)(noise * 2.999)];
        canvas.FillRectangle(x + (int)(3 * Shapes.Noise(x, y, 3)), y + (int)(3 * Shapes.Noise(x, y, 4)), 3, 3, leaf);
    }
}
