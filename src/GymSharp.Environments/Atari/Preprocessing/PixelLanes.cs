using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GymSharp.Environments.Atari.Preprocessing;

/// <summary>Four pictures pixel by pixel, sixteen pixels at once.</summary>
internal static class PixelLanes
{
    /// <summary>Writes as many pixels as fill registers.</summary>
    /// <returns>How many were written.</returns>
    public static int Interleave(
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second,
        ReadOnlySpan<byte> third,
        ReadOnlySpan<byte> fourth,
        Span<byte> pixels)
    {
        if (!Sse2.IsSupported)
        {
            return 0;
        }

        int i = 0;
        for (; i <= first.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> a = Vector128.Create(first[i..]);
            Vector128<byte> b = Vector128.Create(second[i..]);
            Vector128<byte> c = Vector128.Create(third[i..]);
            Vector128<byte> d = Vector128.Create(fourth[i..]);
            Vector128<ushort> lowPairs = Sse2.UnpackLow(a, b).AsUInt16();
            Vector128<ushort> highPairs = Sse2.UnpackHigh(a, b).AsUInt16();
            Vector128<ushort> lowOthers = Sse2.UnpackLow(c, d).AsUInt16();
            Vector128<ushort> highOthers = Sse2.UnpackHigh(c, d).AsUInt16();
            Span<byte> to = pixels[(4 * i)..];
            Sse2.UnpackLow(lowPairs, lowOthers).AsByte().CopyTo(to);
            Sse2.UnpackHigh(lowPairs, lowOthers).AsByte().CopyTo(to[16..]);
            Sse2.UnpackLow(highPairs, highOthers).AsByte().CopyTo(to[32..]);
            Sse2.UnpackHigh(highPairs, highOthers).AsByte().CopyTo(to[48..]);
        }

        return i;
    }
}
