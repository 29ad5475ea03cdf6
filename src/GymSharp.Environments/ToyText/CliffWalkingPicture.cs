using GymSharp.Rendering;

namespace GymSharp.Environments.ToyText;

/// <summary>
/// Draws CliffWalking: a meadow, the cliff, the stool at the start, the cookie at the goal, and the elf.
/// </summary>
internal sealed class CliffWalkingPicture
{
    private const int Cell = 60;

    private static readonly Heading[] Headings = [Heading.Up, Heading.Right, Heading.Down, Heading.Left];
    private static readonly Color[] Meadow = [new(112, 180, 106), new(110, 200, 82)];
    private static readonly Color[] Blade = [new(92, 160, 92), new(90, 180, 66)];
    private static readonly Color[] Rock = [new(150, 76, 68), new(132, 62, 60), new(168, 90, 76)];
    private static readonly Color Abyss = new(50, 22, 34);

    private readonly Canvas canvas;
    private readonly Frame background;

    public CliffWalkingPicture()
    {
        canvas = new Canvas(CliffWalkingEnv.Columns * Cell, CliffWalkingEnv.Rows * Cell, Abyss);
        for (int state = 0; state <= CliffWalkingEnv.Goal; state++)
        {
            using (Enter(state, 0))
            {
                DrawTile(state);
            }
        }

        background = canvas.ToFrame();
    }

    /// <summary>Draws the scene with the elf on a tile, looking where it last went.</summary>
    public Frame Draw(int state, int lastAction)
    {
        canvas.DrawFrame(background, 0, 0);
        using (Enter(state, -0.1 * Cell))
        {
            canvas.Scale(Cell / 64.0);
            ElfFigure.Draw(canvas, lastAction < 0 ? Heading.Down : Headings[lastAction]);
        }

        return canvas.ToFrame();
    }

    private CanvasScope Enter(int state, double raised)
    {
        CanvasScope scope = canvas.Push();
        (int row, int column) = Math.DivRem(state, CliffWalkingEnv.Columns);
        canvas.Translate(column * Cell, (row * Cell) + raised);
        return scope;
    }

    private void DrawTile(int state)
    {
        (int row, int column) = Math.DivRem(state, CliffWalkingEnv.Columns);
        if (CliffWalkingEnv.IsCliff(state))
        {
            DrawAbyss(column);
            return;
        }

        DrawMeadow(row, column);
        if (CliffWalkingEnv.IsCliff(state + CliffWalkingEnv.Columns))
        {
            DrawRocks(row, column, Cell - 13, 13, isRim: true);
        }

        if (state == CliffWalkingEnv.Start)
        {
            canvas.Scale(Cell / 64.0);
            FrozenLakePicture.DrawStool(canvas);
        }
        else if (state == CliffWalkingEnv.Goal)
        {
            DrawCookie();
        }
    }

    private void DrawMeadow(int row, int column)
    {
        int shade = (row ^ column) & 1;
        canvas.FillRectangle(0, 0, Cell, Cell, Meadow[shade]);
        for (int i = 0; i < 14; i++)
        {
            double x = 4 + (52 * Shapes.Noise(row, column, 2 * i));
            double y = 6 + (50 * Shapes.Noise(row, column, (2 * i) + 1));
            canvas.DrawLine(x, y, x + 2, y - 4, new Pen(Blade[shade], 1.6, LineCap.Round));
        }

        for (int i = 0; i < 2; i++)
        {
            double x = 10 + (40 * Shapes.Noise(row, column, 50 + i));
            double y = 10 + (32 * Shapes.Noise(row, column, 60 + i));
            DrawFlower(x, y, Shapes.Noise(row, column, 70 + i) < 0.3 ? new Color(240, 92, 72) : Color.White);
        }
    }

    private void DrawFlower(double x, double y, Color petals)
    {
        canvas.FillCircle(x - 2, y, 1.7, petals);
        canvas.FillCircle(x + 2, y, 1.7, petals);
        canvas.FillCircle(x, y - 2, 1.7, petals);
        canvas.FillCircle(x, y + 2, 1.7, petals);
        canvas.FillCircle(x, y, 1.5, new Color(250, 206, 60));
    }

    private void DrawAbyss(int column)
    {
        LinearGradient depth = new(new(0, 0), new(0, Cell), new Color(74, 34, 44), Abyss);
        canvas.FillRectangle(0, 0, Cell, Cell, depth);
        DrawRocks(CliffWalkingEnv.Rows, column, 0, 11, isRim: false);
    }

    // The rim reaches down to the next tile evenly; below it the stones hang into the dark.
    private void DrawRocks(int row, int column, double top, double height, bool isRim)
    {
        const double Width = Cell / 5.0;
        for (int i = 0; i < 5; i++)
        {
            double drop = isRim ? height : height - 4 + (8 * Shapes.Noise(row, column, 80 + i));
            Color stone = Rock[(int)(2.999 * Shapes.Noise(row, column, 90 + i))];
            canvas.FillRectangle(i * Width, top, Width, drop / 2, stone);
            canvas.FillRoundedRectangle(i * Width, top, Width, drop, isRim ? 0 : 4, stone);
            canvas.FillRectangle((i * Width) + 2, top + 2.5, Width - 6, 1.8, new Color(255, 190, 160, 60));
            canvas.DrawLine((i * Width) + 0.5, top, (i * Width) + 0.5, top + drop, Shapes.Ink.WithAlpha(130));
        }

        if (isRim)
        {
            canvas.FillRectangle(0, top, Cell, 1.6, Shapes.Ink.WithAlpha(170));
        }
    }

    private void DrawCookie()
    {
        canvas.FillEllipse(30, 42, 13, 3.5, Shapes.Shadow);
        Shapes.Circle(canvas, new Color(204, 132, 72), 1.6, new(30, 30), 12.5);
        canvas.FillCircle(29, 29, 9.5, new Color(228, 164, 100));
        ReadOnlySpan<Point> chips = [(25, 25), (32, 23.5), (36.5, 29), (29.5, 30.5), (24, 33.5), (33, 36.5)];
        foreach (Point chip in chips)
        {
            canvas.FillCircle(chip.X, chip.Y, 1.9, new Color(98, 52, 36));
        }
    }
}
