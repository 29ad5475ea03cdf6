using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

public sealed class CanvasImageTests
{
    private static readonly Frame Picture = Pixels.Noise(7, 5, 1000, 1);

    [Theory]
    [InlineData(2, 3)]
    [InlineData(-3, -2)]
    [InlineData(16, 17)]
    [InlineData(40, 0)]
    public void Whole_pixels_are_copied_and_cut_at_the_border(int x, int y)
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.DrawFrame(Picture, x, y);
        AssertShows(canvas, (column, row) => Read(column - x, row - y));
    }

    [Fact]
    public void Smooth_drawing_without_scaling_shows_the_same_pixels()
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.DrawFrame(Picture, 4, 6, new ImageOptions { TransparentColor = Color.Gold });
        AssertShows(canvas, (column, row) => Read(column - 4, row - 6));
    }

    [Fact]
    public void Pixelated_enlargement_repeats_pixels()
    {
        Canvas canvas = new(30, 30, Color.Black);
        canvas.DrawFrame(Picture, 2, 3, 21, 15, ImageOptions.Pixelated);
        AssertShows(canvas, (column, row) => Read(Floor(column - 2, 3), Floor(row - 3, 3)));
    }

    [Fact]
    public void A_picture_stands_upright_where_y_points_up()
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.UseYUp();
        canvas.DrawFrame(Picture, 4, 6, 7, 5, ImageOptions.Pixelated);
        AssertShows(canvas, (column, row) => Read(column - 4, row - (20 - 6 - 5)));
    }

    [Fact]
    public void A_picture_turned_by_a_quarter_shows_turned_pixels()
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.Translate(10, 2);
        canvas.Rotate(Math.PI / 2);
        canvas.DrawFrame(Picture, 0, 0, 7, 5, ImageOptions.Pixelated);
        AssertShows(canvas, (column, row) => Read(row - 2, 9 - column));
    }

    [Fact]
    public void Shrinking_takes_the_mean()
    {
        byte[] pixels = new byte[4 * 4 * 3];
        for (int i = 0; i < 16; i++)
        {
            pixels[i * 3] = (byte)(((i % 4) + (i / 4)) % 2 * 200);
        }

        Canvas canvas = new(2, 2, Color.Black);
        canvas.DrawFrame(new Frame(4, 4, pixels), 0, 0, 2, 2);
        AssertShows(canvas, (_, _) => new Color(100, 0, 0));
    }

    [Fact]
    public void The_transparent_colour_is_not_drawn()
    {
        Canvas sprite = new(4, 4, Color.Magenta);
        sprite.SetPixel(1, 2, Color.Lime);
        Canvas canvas = new(4, 4, Color.Navy);
        canvas.DrawFrame(sprite.ToFrame(), 0, 0, new ImageOptions { TransparentColor = Color.Magenta });
        AssertShows(canvas, (x, y) => x == 1 && y == 2 ? Color.Lime : Color.Navy);
    }

    [Fact]
    public void A_part_of_a_picture_can_be_drawn()
    {
        Canvas canvas = new(10, 10, Color.Black);
        ImageOptions options = new() { Source = new PixelRectangle(2, 1, 3, 4), Smooth = false };
        canvas.DrawFrame(Picture, 1, 1, options);
        canvas.DrawFrame(Picture, 4, 5, 6, 4, options with { Source = new PixelRectangle(0, 0, 3, 2) });
        AssertShows(canvas, (x, y) => x is >= 1 and < 4 && y is >= 1 and < 5
            ? Read(x + 1, y)
            : x is >= 4 and < 10 && y is >= 5 and < 9 ? Read(Floor(x - 4, 2), Floor(y - 5, 2)) : Color.Black);
    }

    [Fact]
    public void Opacity_mixes_the_picture()
    {
        Canvas canvas = new(2, 2, Color.Black);
        canvas.DrawFrame(new Canvas(2, 2, Color.White).ToFrame(), 0, 0, new ImageOptions { Opacity = 0.2 });
        AssertShows(canvas, (_, _) => new Color(51, 51, 51));
    }

    [Fact]
    public void Wrong_frames_and_options_are_refused()
    {
        Canvas canvas = new(4, 4, Color.Black);
        Assert.Throws<ArgumentException>(() => canvas.DrawFrame(new Frame("text"), 0, 0));
        Assert.Throws<ArgumentException>(() => canvas.DrawFrame(Picture, 0, 0, new ImageOptions { Opacity = 2 }));
        Assert.Throws<ArgumentException>(
            () => canvas.DrawFrame(Picture, 0, 0, new ImageOptions { Source = new PixelRectangle(5, 0, 3, 1) }));
    }

    private static int Floor(int value, int divisor) => (int)Math.Floor(value / (double)divisor);

    private static Color Read(int x, int y)
    {
        if (x < 0 || y < 0 || x >= Picture.Width || y >= Picture.Height)
        {
            return Color.Black;
        }

        int at = ((y * Picture.Width) + x) * 3;
        return new Color(Picture.Pixels[at], Picture.Pixels[at + 1], Picture.Pixels[at + 2]);
    }

    private static void AssertShows(Canvas canvas, Func<int, int, Color> expected)
    {
        for (int y = 0; y < canvas.Height; y++)
        {
            for (int x = 0; x < canvas.Width; x++)
            {
                Assert.Equal(expected(x, y), canvas.GetPixel(x, y));
            }
        }
    }
}
