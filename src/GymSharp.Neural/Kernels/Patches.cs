using System.Runtime.Intrinsics;

namespace GymSharp.Neural.Kernels;

/// <summary>
/// The numbers under a kernel, for some places at a time, as rows of a matrix; and their gradients back onto the
/// pictures.
/// </summary>
internal static unsafe class Patches
{
    /// <summary>
    /// Elements from one row to the next. Odd in cache lines, since rows a power of two apart would push each other out
    /// of the first cache when a column is read.
    /// </summary>
    public static int Stride(in ConvolutionSizes sizes)
    {
        int lines = (sizes.Inner + 15) / 16;
        return 16 * (lines | 1);
    }

    /// <summary>Copies rows. Writes up to 15 elements more than it says, after the last row too.</summary>
    /// <param name="sizes">Sizes of the convolution.</param>
    /// <param name="pictures">Pictures.</param>
    /// <param name="first">First place, counted through all pictures.</param>
    /// <param name="count">Number of places.</param>
    /// <param name="rows">Where the rows go, <see cref="Stride"/> elements apart.</param>
    public static void Gather(in ConvolutionSizes sizes, float* pictures, int first, int count, float* rows)
    {
        int stride = Stride(sizes);
        int line = sizes.Line;
        int run = sizes.Run;
        Walk walk = new(sizes, first);
        for (int i = 0; i < count; i++)
        {
            float* to = rows + ((nint)i * stride);
            float* picture = pictures + ((nint)walk.Sample * sizes.Height * line);
            int x = (walk.X * sizes.Stride) - sizes.Padding;
            int y = (walk.Y * sizes.Stride) - sizes.Padding;
            bool whole = x >= 0 && x + sizes.KernelWidth <= sizes.Width;
            for (int row = y; row < y + sizes.KernelHeight; row++, to += run)
            {
                if (!whole || row < 0 || row >= sizes.Height)
                {
                    Border(sizes, picture, (x, row), to);
                    continue;
                }

                Copy(picture + ((nint)row * line) + (x * sizes.Channels), to, run);
            }

            walk.Next(sizes);
        }
    }

    /// <summary>Finds the first number under the kernel, where there is no border.</summary>
    /// <param name="sizes">Sizes of the convolution.</param>
    /// <param name="pictures">Pictures.</param>
    /// <param name="first">First place, counted through all pictures.</param>
    /// <param name="count">Number of places.</param>
    /// <param name="places">Where the pointers go.</param>
    public static void Locate(in ConvolutionSizes sizes, float* pictures, int first, int count, float** places)
    {
        nint picture = (nint)sizes.Height * sizes.Line;
        Walk walk = new(sizes, first);
        for (int i = 0; i < count; i++)
        {
            places[i] = pictures
                + (walk.Sample * picture)
                + ((nint)walk.Y * sizes.Stride * sizes.Line)
                + ((nint)walk.X * sizes.Stride * sizes.Channels);
            walk.Next(sizes);
        }
    }

    /// <summary>Adds rows onto pictures.</summary>
    /// <param name="sizes">Sizes of the convolution.</param>
    /// <param name="pictures">Pictures to add to.</param>
    /// <param name="first">First place, counted through all pictures.</param>
    /// <param name="count">Number of places.</param>
    /// <param name="rows">The rows, <see cref="Stride"/> elements apart.</param>
    public static void Scatter(in ConvolutionSizes sizes, float* pictures, int first, int count, float* rows)
    {
        int stride = Stride(sizes);
        int line = sizes.Line;
        Walk walk = new(sizes, first);
        for (int i = 0; i < count; i++)
        {
            float* picture = pictures + ((nint)walk.Sample * sizes.Height * line);
            int x = (walk.X * sizes.Stride) - sizes.Padding;
            int y = (walk.Y * sizes.Stride) - sizes.Padding;
            int left = Math.Max(-x, 0) * sizes.Channels;
            int right = Math.Min(sizes.Width - x, sizes.KernelWidth) * sizes.Channels;
            float* from = rows + ((nint)i * stride);
            for (int row = y; row < y + sizes.KernelHeight; row++, from += sizes.Run)
            {
                if (row >= 0 && row < sizes.Height)
                {
                    Add(from + left, picture + ((nint)row * line) + (x * sizes.Channels) + left, right - left);
                }
            }

            walk.Next(sizes);
        }
    }

    private static void Border(in ConvolutionSizes sizes, float* picture, (int X, int Y) at, float* to)
    {
        for (int column = at.X; column < at.X + sizes.KernelWidth; column++, to += sizes.Channels)
        {
            Span<float> pixel = new(to, sizes.Channels);
            if (column < 0 || column >= sizes.Width || at.Y < 0 || at.Y >= sizes.Height)
            {
                pixel.Clear();
            }
            else
            {
                new ReadOnlySpan<float>(
                    picture + ((((nint)at.Y * sizes.Width) + column) * sizes.Channels), sizes.Channels)
                    .CopyTo(pixel);
            }
        }
    }

    private static void Copy(float* from, float* to, int length)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < length; i += 16)
            {
                Vector512.Load(from + i).Store(to + i);
            }
        }
        else
        {
            for (int i = 0; i < length; i += 4)
            {
                Vector128.Load(from + i).Store(to + i);
            }
        }
    }

    private static void Add(float* from, float* to, int length)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 16 <= length; i += 16)
            {
                (Vector512.Load(to + i) + Vector512.Load(from + i)).Store(to + i);
            }
        }

        for (; i + 4 <= length; i += 4)
        {
            (Vector128.Load(to + i) + Vector128.Load(from + i)).Store(to + i);
        }

        for (; i < length; i++)
        {
            to[i] += from[i];
        }
    }

    /// <summary>Goes from place to place: along a line, then to the next line, then to the next picture.</summary>
    private struct Walk
    {
        public int Sample;
        public int Y;
        public int X;

        public Walk(in ConvolutionSizes sizes, int first)
        {
            Sample = first / sizes.Places;
            int place = first % sizes.Places;
            Y = place / sizes.OutWidth;
            X = place % sizes.OutWidth;
        }

        public void Next(in ConvolutionSizes sizes)
        {
            if (++X == sizes.OutWidth)
            {
                X = 0;
                if (++Y == sizes.OutHeight)
                {
                    Y = 0;
                    Sample++;
                }
            }
        }
    }
}
