using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Wrappers;

/// <summary>Reduces a row of grey pixels along its width, sixteen target pixels at once.</summary>
/// <remarks>
/// <para>Sixteen neighbouring target pixels draw on at most 32 neighbouring source pixels as long as the picture
/// shrinks by no more than about 1.9: two registers, out of which one instruction picks any sixteen. A target pixel
/// has a few source pixels in order; the first of all sixteen are picked, weighed and added, then the second, and
/// so on, which keeps the order of each sum.</para>
/// <para>A pixel with fewer source pixels than others adds zero times one of them, which changes nothing.</para>
/// </remarks>
internal sealed class PermutedColumns
{
    private const int Lanes = 16;
    private const int Reach = 2 * Lanes;

    private readonly int[] starts;
    private readonly Tap[] taps;
    private readonly int tapsPerBlock;
    private readonly float[] row;

    private PermutedColumns(int[] starts, Tap[] taps, int sourceWidth)
    {
        this.starts = starts;
        this.taps = taps;
        tapsPerBlock = taps.Length / starts.Length;
        row = new float[sourceWidth + Reach];
        PaddedWidth = starts.Length * Lanes;
    }

    /// <summary>Whether this processor has what is needed.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>Target pixels, rounded up to whole registers.</summary>
    public int PaddedWidth { get; }

    /// <summary>Prepares, or gives null where the processor or the reduction does not suit.</summary>
    /// <param name="shares">Which source pixels go into which target pixels, in order.</param>
    /// <param name="sourceWidth">Source pixels of a row.</param>
    /// <param name="targetWidth">Target pixels of a row.</param>
    public static PermutedColumns? TryCreate(Share[] shares, int sourceWidth, int targetWidth)
    {
        if (!IsSupported)
        {
            return null;
        }

        ILookup<int, Share> byTarget = shares.ToLookup(share => share.To);
        int most = byTarget.Max(group => group.Count());
        int[] starts = new int[(targetWidth + Lanes - 1) / Lanes];
        List<Tap> taps = [];
        for (int block = 0; block < starts.Length; block++)
        {
            int first = block * Lanes;
            starts[block] = byTarget[first].First().From;
            for (int order = 0; order < most; order++)
            {
                if (MakeTap(byTarget, first, order, starts[block]) is not { } tap)
                {
                    return null;
                }

                taps.Add(tap);
            }
        }

        return new PermutedColumns(starts, [.. taps], sourceWidth);
    }

    /// <summary>Reduces a row.</summary>
    /// <param name="pixels">The source pixels.</param>
    /// <param name="line">Receives <see cref="PaddedWidth"/> sums.</param>
    public void Reduce(ReadOnlySpan<byte> pixels, Span<float> line)
    {
        Widen(pixels, row);
        ref float from = ref MemoryMarshal.GetArrayDataReference(row);
        ref float to = ref MemoryMarshal.GetReference(line[..PaddedWidth]);
        int tap = 0;
        for (int block = 0; block < starts.Length; block++)
        {
            Vector512<float> low = Vector512.LoadUnsafe(ref from, (nuint)starts[block]);
            Vector512<float> high = Vector512.LoadUnsafe(ref from, (nuint)(starts[block] + Lanes));
            Vector512<float> sum = Vector512<float>.Zero;
            for (int order = 0; order < tapsPerBlock; order++)
            {
                Tap one = taps[tap++];
                sum += Avx512F.PermuteVar16x32x2(low, one.Indices, high) * one.Weights;
            }

            sum.StoreUnsafe(ref to, (nuint)(block * Lanes));
        }
    }

    /// <summary>Rounds sums to bytes, halves to even; none if they do not fill a register.</summary>
    /// <param name="sums">At least as many as pixels.</param>
    /// <param name="pixels">Receives the bytes.</param>
    /// <returns>How many were rounded.</returns>
    public static int Round(ReadOnlySpan<float> sums, Span<byte> pixels)
    {
        if (pixels.Length < Lanes)
        {
            return 0;
        }

        int last = pixels.Length - Lanes;
        for (int i = 0; i < pixels.Length; i += Lanes)
        {
            // The last register may hold some of the one before again.
            int at = Math.Min(i, last);
            Vector512<int> rounded = Avx512F.ConvertToVector512Int32(Vector512.Create(sums[at..]));
            Avx512F.ConvertToVector128ByteWithSaturation(rounded.AsUInt32()).CopyTo(pixels[at..]);
        }

        return pixels.Length;
    }

    private static void Widen(ReadOnlySpan<byte> pixels, float[] row)
    {
        int i = 0;
        for (; i <= pixels.Length - Lanes; i += Lanes)
        {
            Vector512<int> wide = Avx512F.ConvertToVector512Int32(Vector128.Create(pixels[i..]));
            Vector512.ConvertToSingle(wide).CopyTo(row, i);
        }

        for (; i < pixels.Length; i++)
        {
            row[i] = pixels[i];
        }
    }

    private static Tap? MakeTap(ILookup<int, Share> byTarget, int first, int order, int start)
    {
        Span<int> indices = stackalloc int[Lanes];
        Span<float> weights = stackalloc float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (byTarget[first + lane].Skip(order).Take(1).ToArray() is [Share share])
            {
                indices[lane] = share.From - start;
                weights[lane] = share.Weight;
            }

            if (indices[lane] >= Reach)
            {
                return null;
            }
        }

        return new Tap(Vector512.Create<int>(indices), Vector512.Create<float>(weights));
    }

    // The sources of sixteen target pixels that have the same place in their sums.
    private readonly record struct Tap(Vector512<int> Indices, Vector512<float> Weights);
}
