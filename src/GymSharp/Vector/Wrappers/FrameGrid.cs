using GymSharp.Rendering;
using GymSharp.Wrappers;

namespace GymSharp.Vector.Wrappers;

/// <summary>Joins the pictures of a batch to one, row by row.</summary>
internal sealed class FrameGrid
{
    private readonly int columns;
    private readonly int width;
    private readonly int height;
    private readonly (int Width, int Height) cell;
    private readonly AreaResizer resizer;
    private readonly byte[] scaled;

    private FrameGrid(Frame sample, int columns, (int Width, int Height) cell, (int Width, int Height) size)
    {
        this.columns = columns;
        this.cell = cell;
        (width, height) = size;
        resizer = new AreaResizer(new PictureSize(sample.Height, sample.Width, 3), cell.Height, cell.Width);
        scaled = new byte[cell.Width * cell.Height * 3];
    }

    /// <summary>
    /// Rows and columns of unscaled pictures whose product is their number and whose shape is nearest to a ratio.
    /// </summary>
    /// <param name="ratio">Width divided by height of the result.</param>
    /// <param name="sample">A picture of the size of all.</param>
    /// <param name="count">Number of pictures.</param>
    public static FrameGrid WithAspect(double ratio, Frame sample, int count)
    {
        int best = 1;
        double least = double.PositiveInfinity;
        for (int rows = 1; rows * rows <= count; rows++)
        {
            if (count % rows == 0)
            {
                double aspect = (double)(count / rows * sample.Width) / (rows * sample.Height);
                double difference = Math.Abs(aspect - ratio);
                best = difference < least ? rows : best;
                least = Math.Min(least, difference);
            }
        }

        int columns = count / best;
        return new(sample, columns, (sample.Width, sample.Height), (columns * sample.Width, best * sample.Height));
    }

    /// <summary>Pictures scaled so that all of them fill a screen.</summary>
    public static FrameGrid ToFill((int Width, int Height) screen, Frame sample, int count)
    {
        double widthRatio = (double)sample.Width / screen.Width;
        double heightRatio = (double)sample.Height / screen.Height;
        (int rows, int columns) = (1, 1);
        while (rows * columns < count)
        {
            double rowRatio = rows * heightRatio;
            double columnRatio = columns * widthRatio;
            rows += rowRatio <= columnRatio ? 1 : 0;
            columns += columnRatio <= rowRatio ? 1 : 0;
        }

        double scale = Math.Min(
            screen.Width / (double)(columns * sample.Width), screen.Height / (double)(rows * sample.Height));
        (int, int) cell = (Math.Max(1, (int)(sample.Width * scale)), Math.Max(1, (int)(sample.Height * scale)));
        return new(sample, columns, cell, screen);
    }

    /// <summary>Makes one picture; what no picture covers is black.</summary>
    public Frame Join(IReadOnlyList<Frame> frames)
    {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < frames.Count; i++)
        {
            resizer.Resize(frames[i].Pixels, scaled);
            int left = i % columns * cell.Width;
            int top = i / columns * cell.Height;
            for (int y = 0; y < cell.Height; y++)
            {
                scaled.AsSpan(y * cell.Width * 3, cell.Width * 3)
                    .CopyTo(pixels.AsSpan((((top + y) * width) + left) * 3));
            }
        }

        return new Frame(width, height, pixels);
    }
}
