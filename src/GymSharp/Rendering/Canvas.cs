using System.Runtime.InteropServices;

namespace GymSharp.Rendering;

/// <summary>A picture to draw on: anti-aliased shapes, lines, images and text, with the same pixels on every
/// system.</summary>
/// <remarks>
/// <para>Coordinates are in pixels from the top left corner, y downwards, unless a transform says otherwise. The pixel
/// in column 0 and row 0 covers the square from (0, 0) to (1, 1), so a horizontal line of thickness 1 is sharp at
/// y = 0.5 and covers two rows by half at y = 1.</para>
/// <para>Coordinates are rounded to 1/256 pixel and coverage is summed in integers. Angles are in radians, from the
/// x axis towards the y axis.</para>
/// <para>A canvas keeps its buffers; use one canvas for all frames of an environment. It is not thread-safe.</para>
/// </remarks>
public sealed partial class Canvas
{
    private readonly byte[] pixels;
    private readonly Rasterizer rasterizer;
    private readonly Stroker stroker;
    private readonly PathBuffer path = new();
    private readonly Stack<(AffineTransform Transform, PixelRectangle Clip)> saved = new();
    private AffineTransform transform = AffineTransform.Identity;
    private PixelRectangle clip;

    /// <summary>Makes a canvas of one colour.</summary>
    /// <param name="width">Width in pixels, 1 to 16384.</param>
    /// <param name="height">Height in pixels, 1 to 16384.</param>
    /// <param name="background">The colour of every pixel; its opacity is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is out of range.</exception>
    public Canvas(int width, int height, Color background)
    {
        const int Largest = 16384;
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Largest);
        Width = width;
        Height = height;
        pixels = GC.AllocateUninitializedArray<byte>(checked(width * height * 3));
        rasterizer = new Rasterizer(width, height);
        stroker = new Stroker(rasterizer);
        clip = new PixelRectangle(0, 0, width, height);
        Clear(background);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixels drawn so far: RGB bytes, row-major, shape <c>[Height, Width, 3]</c>. A view, not a
    /// copy.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>Makes every pixel one colour, whatever the clip and the transform are.</summary>
    /// <param name="color">The colour; its opacity is ignored.</param>
    public void Clear(Color color)
    {
        Span<byte> row = pixels.AsSpan(0, Width * 3);
        FillOpaque(row, color);
        for (int y = 1; y < Height; y++)
        {
            row.CopyTo(pixels.AsSpan(y * row.Length, row.Length));
        }
    }

    /// <summary>One pixel.</summary>
    /// <param name="x">Column, 0 at the left.</param>
    /// <param name="y">Row, 0 at the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pixel lies outside the canvas.</exception>
    public Color GetPixel(int x, int y)
    {
        int at = Offset(x, y);
        return new Color(pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    /// <summary>Makes one pixel a colour, whatever the clip and the transform are.</summary>
    /// <param name="x">Column, 0 at the left.</param>
    /// <param name="y">Row, 0 at the top.</param>
    /// <param name="color">The colour; its opacity is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pixel lies outside the canvas.</exception>
    public void SetPixel(int x, int y, Color color) => FillOpaque(pixels.AsSpan(Offset(x, y), 3), color);

    /// <summary>A copy of the picture that later drawing does not change.</summary>
    public Frame ToFrame()
    {
        byte[] copy = GC.AllocateUninitializedArray<byte>(pixels.Length);
        pixels.CopyTo(copy, 0);
        return new Frame(Width, Height, copy);
    }

    /// <summary>Copies the picture into a buffer of the caller's.</summary>
    /// <param name="destination">At least <c>Height × Width × 3</c> bytes.</param>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < pixels.Length)
        {
            throw new ArgumentException(
                $"A picture of {Width} x {Height} needs {pixels.Length} bytes, got {destination.Length}.",
                nameof(destination));
        }

        pixels.CopyTo(destination);
    }

    private static void FillOpaque(Span<byte> target, Color color)
    {
        if (color.R == color.G && color.G == color.B)
        {
            target.Fill(color.R);
            return;
        }

        int done = Math.Min(3, target.Length);
        target[0] = color.R;
        target[1] = color.G;
        target[2] = color.B;
        while (done < target.Length)
        {
            int more = Math.Min(done, target.Length - done);
            target[..more].CopyTo(target[done..]);
            done += more;
        }
    }

    private int Offset(int x, int y)
    {
        if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
        {
            throw new ArgumentOutOfRangeException(
                nameof(x), $"({x}, {y}) lies outside the canvas of {Width} x {Height} pixels.");
        }

        return ((y * Width) + x) * 3;
    }

    private void Compose(in Paint paint, FillRule rule)
    {
        if (paint.Gradient is { } gradient)
        {
            ComposeGradient(gradient, rule);
        }
        else
        {
            SolidTarget target = new(pixels, Width, paint.Color);
            rasterizer.Sweep(ref target, rule);
        }
    }

    private void ComposeGradient(LinearGradient gradient, FillRule rule)
    {
        AffineTransform toUser = transform.Determinant == 0 ? AffineTransform.Identity : transform.Invert();
        GradientTarget target = new(pixels, Width, gradient, toUser);
        rasterizer.Sweep(ref target, rule);
    }

    /// <summary>Paints runs with one colour.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct SolidTarget(byte[] pixels, int width, Color color) : IRunTarget
    {
        public void Fill(int row, int column, int length, int coverage)
        {
            Span<byte> run = pixels.AsSpan(((row * width) + column) * 3, length * 3);
            int alpha = Blending.Alpha(coverage, color.A);
            if (alpha == 255)
            {
                FillOpaque(run, color);
            }
            else if (alpha > 0)
            {
                Blending.Blend(run, color, alpha);
            }
        }
    }

    /// <summary>Paints runs with the colours of a gradient.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct GradientTarget : IRunTarget
    {
        private readonly byte[] pixels;
        private readonly int width;
        private readonly LinearGradient gradient;
        private readonly double perColumn;
        private readonly double perRow;
        private readonly double origin;

        public GradientTarget(byte[] pixels, int width, LinearGradient gradient, AffineTransform toUser)
        {
            this.pixels = pixels;
            this.width = width;
            this.gradient = gradient;
            Point along = gradient.End - gradient.Start;
            double square = (along.X * along.X) + (along.Y * along.Y);
            Point unit = square > 0 ? along * (1 / square) : default;
            perColumn = (unit.X * toUser.XX) + (unit.Y * toUser.YX);
            perRow = (unit.X * toUser.XY) + (unit.Y * toUser.YY);
            Point corner = toUser.Apply(new Point(0.5, 0.5)) - gradient.Start;
            origin = (unit.X * corner.X) + (unit.Y * corner.Y);
        }

        public void Fill(int row, int column, int length, int coverage)
        {
            Span<byte> run = pixels.AsSpan(((row * width) + column) * 3, length * 3);
            double start = origin + (perRow * row);
            for (int i = 0; i < length; i++)
            {
                Color color = gradient.At(start + (perColumn * (column + i)));
                Blending.Blend(run.Slice(i * 3, 3), color, Blending.Alpha(coverage, color.A));
            }
        }
    }
}
