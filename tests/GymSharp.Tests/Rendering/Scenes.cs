using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

/// <summary>Pictures that use every operation of the canvas.</summary>
internal static class Scenes
{
    public static readonly IReadOnlyDictionary<string, Func<Canvas>> All = new Dictionary<string, Func<Canvas>>
    {
        ["cart-pole"] = () => CartPole(0.2),
        ["strokes"] = Strokes,
        ["shapes"] = Shapes,
        ["text"] = Text,
        ["images"] = Images,
    };

    public static Canvas CartPole(double angle)
    {
        Canvas canvas = new(600, 400, Color.White);
        canvas.UseYUp();
        canvas.DrawLine(0, 100, 600, 100, Color.Black);
        canvas.FillPolygon([(275, 85), (275, 115), (325, 115), (325, 85)], Color.Black);
        using (canvas.Push())
        {
            canvas.Translate(300, 107);
            canvas.Rotate(-angle);
            canvas.FillPolygon([(-5, -5), (-5, 120), (5, 120), (5, -5)], new Color(202, 152, 101));
        }

        canvas.FillCircle(300, 107, 5, new Color(129, 132, 203));
        return canvas;
    }

    private static Canvas Strokes()
    {
        Canvas canvas = new(330, 240, new Color(30, 30, 40));
        Point[] zigzag = [(0, 50), (30, 0), (50, 60), (60, 8), (90, 50), (80, 50)];
        foreach (LineJoin join in Enum.GetValues<LineJoin>())
        {
            foreach (LineCap cap in Enum.GetValues<LineCap>())
            {
                using (canvas.Push())
                {
                    canvas.Translate(12 + ((int)cap * 110), 12 + ((int)join * 80));
                    canvas.DrawPolyline(zigzag, new Pen(Color.White.WithAlpha(180), 9, cap, join));
                    canvas.DrawPolyline(zigzag, Color.Red);
                }
            }
        }

        canvas.DrawPolygon([(150, 10), (170, 230), (190, 120)], new Pen(Color.Gold, 0.4));
        return canvas;
    }

    private static Canvas Shapes()
    {
        Canvas canvas = new(240, 160, Color.White);
        canvas.FillRectangle(0, 0, 240, 160, new LinearGradient((0, 0), (240, 160), Color.MidnightBlue, Color.SkyBlue));
        canvas.FillRoundedRectangle(10.5, 10.25, 80, 40, 12, Color.Tomato.WithAlpha(200));
        canvas.DrawRoundedRectangle(10.5, 10.25, 80, 40, 12, new Pen(Color.White, 2.5));
        canvas.DrawRectangle(100, 10, 30, 40, new Pen(Color.Black, 3, Join: LineJoin.Round));
        canvas.FillEllipse(180, 35, 45, 22, Color.Khaki);
        canvas.DrawEllipse(180, 35, 45, 22, new Pen(Color.Maroon, 4));
        canvas.FillPie(40, 110, 30, 0.3, 2, Color.Lime);
        canvas.DrawArc(40, 110, 36, 0, 4.5, new Pen(Color.White, 5, LineCap.Round));
        canvas.DrawCircle(110, 110, 8, new Pen(Color.Orange, 20));
        canvas.FillPolygon([(180, 70), (200, 140), (145, 95), (215, 95), (160, 140)], Color.Yellow, FillRule.EvenOdd);
        return canvas;
    }

    private static Canvas Text()
    {
        Canvas canvas = new(420, 230, Color.White);
        string letters = string.Concat(Enumerable.Range(32, 95).Select(code => (char)code)) + "♠♥♦♣←↑→↓";
        double y = 6;
        foreach (double size in new[] { 9.0, 12, 17, 26 })
        {
            canvas.DrawText(letters[..52], 5, y, size, Color.Black);
            canvas.DrawText(letters[52..], 5, y + (size * 1.3), new TextStyle(size, Color.Navy, Bold: true));
            y += size * 2.6;
        }

        canvas.Translate(400, 220);
        canvas.Rotate(-Math.PI / 2);
        canvas.DrawText("turned\ntwo lines", 0, 0, new TextStyle(15, Color.Crimson, Vertical: VerticalAlign.Middle));
        return canvas;
    }

    private static Canvas Images()
    {
        Canvas canvas = new(200, 120, Color.Beige);
        Frame noise = Pixels.Noise(16, 12, 50, 3);
        canvas.DrawFrame(noise, 4, 4);
        canvas.DrawFrame(noise, 30, 4, 64, 48, ImageOptions.Pixelated);
        canvas.DrawFrame(noise, 100, 4, 64, 48);
        canvas.DrawFrame(CartPole(0.5).ToFrame(), 4, 60, 75, 50);
        canvas.Translate(130, 90);
        canvas.Rotate(0.4);
        canvas.DrawFrame(noise, -30, -20, 60, 40, new ImageOptions { Opacity = 0.6 });
        return canvas;
    }
}
