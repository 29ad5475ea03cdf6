namespace GymSharp.Rendering;

/// <content>Pictures drawn into the picture.</content>
public sealed partial class Canvas
{
    private int[]? imageColumns;

    /// <summary>Draws a picture in its own size.</summary>
    /// <param name="frame">A frame with pixels.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="options">Opacity, scaling, transparent colour and part; null for the defaults.</param>
    /// <exception cref="ArgumentException">The frame is a text frame, or the options do not fit it.</exception>
    public void DrawFrame(Frame frame, double x, double y, ImageOptions? options = null)
    {
        PixelRectangle source = SourceOf(frame, options ?? ImageOptions.Default);
        DrawFrame(frame, x, y, source.Width, source.Height, options);
    }

    /// <summary>Draws a picture stretched to a size. It stays upright where y points up.</summary>
    /// <param name="frame">A frame with pixels.</param>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Edge with the smallest y.</param>
    /// <param name="width">Width it is drawn with.</param>
    /// <param name="height">Height it is drawn with.</param>
    /// <param name="options">Opacity, scaling, transparent colour and part; null for the defaults.</param>
    /// <exception cref="ArgumentException">The frame is a text frame, or the options do not fit it.</exception>
    public void DrawFrame(
        Frame frame, double x, double y, double width, double height, ImageOptions? options = null)
    {
        options ??= ImageOptions.Default;
        PixelRectangle source = SourceOf(frame, options);
        StartRectangle(x, y, width, height);
        bool mirrored = transform.Determinant < 0;
        AffineTransform placed = transform
            .Compose(AffineTransform.Translation(x, mirrored ? y + height : y))
            .Compose(AffineTransform.Scaling(width / source.Width, (mirrored ? -height : height) / source.Height))
            .Compose(AffineTransform.Translation(-source.X, -source.Y));
        if (clip.IsEmpty || placed.Determinant == 0)
        {
            return;
        }

        if (!TryBlit(frame, source, placed, options))
        {
            ImageTarget target = new(this, frame, options, placed.Invert());
            rasterizer.Begin(clip);
            rasterizer.AddPolygon(path.Points);
            rasterizer.Sweep(ref target, FillRule.NonZero);
        }
    }

    private static PixelRectangle SourceOf(Frame frame, ImageOptions options)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Text is not null)
        {
            throw new ArgumentException("A text frame has no pixels to draw; use DrawText.", nameof(frame));
        }

        if (!(options.Opacity >= 0 && options.Opacity <= 1))
        {
            throw new ArgumentException($"Opacity must lie between 0 and 1, got {options.Opacity}.", nameof(options));
        }

        PixelRectangle whole = new(0, 0, frame.Width, frame.Height);
        PixelRectangle source = options.Source ?? whole;
        if (source.IsEmpty || source.Intersect(whole) != source)
        {
            throw new ArgumentException(
                $"The part {source} must lie within the picture of {frame.Width} x {frame.Height}.", nameof(options));
        }

        return source;
    }

    // Unscaled, opaque and on whole pixels: rows can be copied.
    private bool TryBlit(Frame frame, PixelRectangle source, AffineTransform placed, ImageOptions options)
    {
        Point corner = placed.Apply(new Point(source.X, source.Y));
        int x = (int)corner.X;
        int y = (int)corner.Y;
        if (placed is not { XX: 1, XY: 0, YX: 0, YY: 1 } || corner != new Point(x, y)
            || options.Opacity != 1 || options.TransparentColor is not null)
        {
            return false;
        }

        PixelRectangle target = new PixelRectangle(x, y, source.Width, source.Height).Intersect(clip);
        for (int row = target.Y; row < target.Bottom; row++)
        {
            int from = (((source.Y + row - y) * frame.Width) + source.X + target.X - x) * 3;
            frame.Pixels.AsSpan(from, target.Width * 3).CopyTo(pixels.AsSpan(((row * Width) + target.X) * 3));
        }

        return true;
    }

    /// <summary>Paints runs with the pixels of a frame.</summary>
    private readonly struct ImageTarget : IRunTarget
    {
        private readonly byte[] pixels;
        private readonly int width;
        private readonly bool smooth;
        private readonly int opacity;
        private readonly AffineTransform toSource;
        private readonly ImageSampler sampler;
        private readonly int[]? columns;

        public ImageTarget(Canvas canvas, Frame frame, ImageOptions options, AffineTransform toSource)
        {
            pixels = canvas.pixels;
            width = canvas.Width;
            smooth = options.Smooth;
            opacity = (int)Math.Round(options.Opacity * 255);
            this.toSource = toSource;
            sampler = new ImageSampler(frame, SourceOf(frame, options), options.TransparentColor, toSource);
            if (!smooth && toSource.XY == 0 && toSource.YX == 0 && opacity == 255)
            {
                columns = canvas.imageColumns ??= new int[width];
                sampler.FindColumns(toSource, columns);
            }
        }

        public void Fill(int row, int column, int length, int coverage)
        {
            Span<byte> run = pixels.AsSpan(((row * width) + column) * 3, length * 3);
            int alpha = Blending.Alpha(coverage, opacity);
            if (columns is not null && alpha == 255)
            {
                Point left = toSource.Apply(new Point(0.5, row + 0.5));
                sampler.CopyRow(left.Y, columns.AsSpan(column, length), run);
                return;
            }

            for (int i = 0; i < length; i++)
            {
                Point place = toSource.Apply(new Point(column + i + 0.5, row + 0.5));
                Color color = smooth ? sampler.Mean(place) : sampler.Nearest(place);
                Span<byte> pixel = run.Slice(i * 3, 3);
                int strength = Blending.Combine(alpha, color.A);
                if (strength == 255)
                {
                    pixel[0] = color.R;
                    pixel[1] = color.G;
                    pixel[2] = color.B;
                }
                else
                {
                    Blending.Blend(pixel, color, strength);
                }
            }
        }
    }
}
