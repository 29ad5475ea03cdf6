using GymSharp.Rendering;

namespace GymSharp.Tests.Rendering;

public sealed class CanvasStateTests
{
    [Fact]
    public void Y_up_puts_the_origin_at_the_bottom_left()
    {
        Canvas canvas = new(10, 10, Color.Black);
        canvas.UseYUp();
        canvas.FillRectangle(0, 0, 2, 1, Color.White);
        Assert.Equal(Color.White, canvas.GetPixel(1, 9));
        Assert.Equal(Color.Black, canvas.GetPixel(1, 8));
        Assert.Equal(Color.Black, canvas.GetPixel(2, 9));
    }

    [Fact]
    public void Transforms_apply_from_the_last_to_the_first_and_Pop_restores_them()
    {
        Canvas canvas = new(20, 20, Color.Black);
        using (canvas.Push())
        {
            canvas.Translate(10, 10);
            canvas.Rotate(Math.PI / 2);
            canvas.Scale(2, 1);
            canvas.FillRectangle(0, 0, 2, 1, Color.White);
        }

        Assert.Equal(4, Pixels.Area(canvas));
        Assert.Equal(Color.White, canvas.GetPixel(9, 10));
        Assert.Equal(Color.White, canvas.GetPixel(9, 13));
        Assert.Equal(AffineTransform.Identity, canvas.Transform);
    }

    [Fact]
    public void Clips_narrow_and_Pop_widens_them()
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.ClipTo(new PixelRectangle(2, 2, 10, 10));
        canvas.Push();
        canvas.ClipTo(new PixelRectangle(0, 0, 5, 5));
        Assert.Equal(new PixelRectangle(2, 2, 3, 3), canvas.Clip);
        canvas.ClipTo(new PixelRectangle(15, 15, 5, 5));
        canvas.FillRectangle(0, 0, 20, 20, Color.White);
        canvas.DrawText("nothing", 0, 0, 12, Color.White);
        Assert.Equal(0, Pixels.Area(canvas));
        canvas.Pop();
        canvas.FillRectangle(0, 0, 20, 20, Color.White);
        Assert.Equal(100, Pixels.Area(canvas));
    }

    [Fact]
    public void Pop_without_Push_says_so() =>
        Assert.Contains("Push", Assert.Throws<InvalidOperationException>(new Canvas(1, 1, Color.Black).Pop).Message);

    [Fact]
    public void ResetState_undoes_everything()
    {
        Canvas canvas = new(20, 20, Color.Black);
        canvas.Push();
        canvas.Scale(3);
        canvas.ClipTo(new PixelRectangle(0, 0, 1, 1));
        canvas.ResetState();
        canvas.FillRectangle(0, 0, 20, 20, Color.White);
        Assert.Equal(400, Pixels.Area(canvas));
        Assert.Throws<InvalidOperationException>(canvas.Pop);
    }

    [Fact]
    public void A_frame_is_a_copy()
    {
        Canvas canvas = new(3, 2, Color.Tomato);
        Frame frame = canvas.ToFrame();
        canvas.Clear(Color.Black);
        Assert.Equal([255, 99, 71, 255, 99, 71, 255, 99, 71, 255, 99, 71, 255, 99, 71, 255, 99, 71], frame.Pixels);
        byte[] copy = new byte[18];
        canvas.CopyTo(copy);
        Assert.All(copy, value => Assert.Equal(0, value));
        Assert.Throws<ArgumentException>(() => canvas.CopyTo(new byte[17]));
    }

    [Fact]
    public void Sizes_and_pixels_outside_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Canvas(0, 1, Color.Black));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Canvas(1, 16385, Color.Black));
        Canvas canvas = new(4, 3, Color.Black);
        Assert.Throws<ArgumentOutOfRangeException>(() => canvas.GetPixel(4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => canvas.SetPixel(0, -1, Color.White));
        canvas.SetPixel(3, 2, Color.White);
        Assert.Equal(Color.White, canvas.GetPixel(3, 2));
    }

    [Fact]
    public void A_transform_and_its_inverse_cancel()
    {
        AffineTransform transform = AffineTransform.Translation(3, -4)
            .Compose(AffineTransform.Rotation(0.7)).Compose(AffineTransform.Scaling(2, -5));
        Point there = transform.Apply(new Point(1.25, 6));
        Point back = transform.Invert().Apply(there);
        Assert.Equal(1.25, back.X, 1e-12);
        Assert.Equal(6, back.Y, 1e-12);
        Assert.Equal(-10, transform.Determinant, 1e-12);
        Assert.Throws<InvalidOperationException>(() => AffineTransform.Scaling(0, 1).Invert());
    }

    [Fact]
    public void Rotations_agree_with_the_sine_and_cosine_of_the_platform()
    {
        for (double angle = -50; angle < 50; angle += 0.137)
        {
            AffineTransform rotation = AffineTransform.Rotation(angle);
            Assert.Equal(Math.Sin(angle), rotation.YX, 1e-14);
            Assert.Equal(Math.Cos(angle), rotation.XX, 1e-14);
        }
    }

    [Fact]
    public void A_gradient_runs_from_colour_to_colour_and_follows_the_transform()
    {
        LinearGradient gradient = new((0, 0), (10, 0), (0, Color.Black), (0.5, Color.White), (1, Color.Black));
        Canvas canvas = new(20, 2, Color.Red);
        canvas.Scale(2, 1);
        canvas.FillRectangle(0, 0, 10, 1, gradient);
        Assert.Equal(canvas.GetPixel(0, 0), canvas.GetPixel(19, 0));
        Assert.InRange(canvas.GetPixel(10, 0).R, 235, 255);
        Assert.InRange(canvas.GetPixel(5, 0).R, 135, 145);
        Assert.Equal(Color.Red, canvas.GetPixel(5, 1));
        Assert.Throws<ArgumentException>(() => new LinearGradient((0, 0), (1, 1)));
        Assert.Throws<ArgumentException>(
            () => new LinearGradient((0, 0), (1, 1), (0.6, Color.Red), (0.5, Color.Red)));
    }
}
