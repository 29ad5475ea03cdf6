namespace GymSharp.Environments.Box2D;

/// <summary>How pixels of a row or column are shared out when a picture is shrunk.</summary>
/// <remarks>
/// The arithmetic is that of pygame's smoothscale in its SSE form: shares of a pixel are multiples of 2^-14, rounded
/// down, and the mean is a product with a rounded reciprocal. Each target pixel takes whole source pixels and a share
/// of the one that it has in common with the next target pixel.
/// </remarks>
internal sealed class ShrinkAxis
{
    /// <summary>The share that stands for a whole pixel.</summary>
    public const int Whole = 0x4000;

    private readonly int[] last;
    private readonly int[] share;
    private readonly int[] binOf;

    /// <summary>Shares out a row.</summary>
    /// <param name="source">Pixels of the row.</param>
    /// <param name="target">Pixels of the shrunk row; fewer.</param>
    public ShrinkAxis(int source, int target)
    {
        last = new int[target];
        share = new int[target];
        binOf = new int[source];
        int space = (int)((long)Whole * source / target);
        Reciprocal = (ushort)(0x40000000 / space);
        int left = space;
        int bin = 0;
        for (int pixel = 0; pixel < source && bin < target; pixel++)
        {
            binOf[pixel] = bin;
            if (left > Whole)
            {
                left -= Whole;
                continue;
            }

            last[bin] = pixel;
            share[bin++] = left;
            left = space - (Whole - left);
        }
    }

    /// <summary>2^16 divided by the size of a target pixel.</summary>
    public ushort Reciprocal { get; }

    /// <summary>Target pixels.</summary>
    public int Count => last.Length;

    /// <summary>The most source pixels of a target pixel, the shared one at its end among them.</summary>
    public int Widest => Enumerable.Range(0, Count).Max(bin => last[bin] - First(bin) + 1);

    /// <summary>The target pixel in which each source pixel begins.</summary>
    public ReadOnlySpan<int> BinOf => binOf;

    /// <summary>The last source pixel of each target pixel, shared with the next.</summary>
    public ReadOnlySpan<int> Last => last;

    /// <summary>The share of its last source pixel that each target pixel takes.</summary>
    public ReadOnlySpan<int> Share => share;

    /// <summary>The first source pixel that a target pixel has to itself.</summary>
    public int First(int bin) => bin == 0 ? 0 : last[bin - 1] + 1;
}
