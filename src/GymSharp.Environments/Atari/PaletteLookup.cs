using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GymSharp.Atari2600;

namespace GymSharp.Environments.Atari;

/// <summary>Turns palette indices into colours and brightness.</summary>
/// <remarks>
/// With AVX-512 VBMI a table of 256 bytes fits into four registers, and two instructions look 64 pixels up in half of
/// it; the top bit of the index decides between the halves.
/// </remarks>
internal static class PaletteLookup
{
    private static readonly Tables[] Formats =
        [.. Enum.GetValues<TelevisionFormat>().Select(format => new Tables(format))];

    /// <summary>Writes one byte per pixel.</summary>
    public static void Gray(ReadOnlySpan<byte> pixels, TelevisionFormat format, Span<byte> destination)
    {
        Expect(pixels.Length, destination.Length);
        Tables tables = Formats[(int)format];
        int done = 0;
        if (ByteTable.IsSupported && pixels.Length >= ByteTable.Lanes)
        {
            ref byte from = ref MemoryMarshal.GetReference(pixels);
            ref byte to = ref MemoryMarshal.GetReference(destination);
            for (; done < pixels.Length; done += ByteTable.Lanes)
            {
                // The last register may hold some pixels of the one before again.
                done = Math.Min(done, pixels.Length - ByteTable.Lanes);
                tables.Gray.Look(Vector512.LoadUnsafe(ref from, (nuint)done)).StoreUnsafe(ref to, (nuint)done);
            }
        }

        for (; done < pixels.Length; done++)
        {
            destination[done] = tables.Gray[pixels[done]];
        }
    }

    /// <summary>Writes the greater of what is there and the brightness, for each pixel.</summary>
    public static void MaximumGray(ReadOnlySpan<byte> pixels, TelevisionFormat format, Span<byte> destination)
    {
        Expect(pixels.Length, destination.Length);
        Tables tables = Formats[(int)format];
        int done = 0;
        if (ByteTable.IsSupported && pixels.Length >= ByteTable.Lanes)
        {
            ref byte from = ref MemoryMarshal.GetReference(pixels);
            ref byte to = ref MemoryMarshal.GetReference(destination);
            for (; done < pixels.Length; done += ByteTable.Lanes)
            {
                done = Math.Min(done, pixels.Length - ByteTable.Lanes);
                Vector512<byte> gray = tables.Gray.Look(Vector512.LoadUnsafe(ref from, (nuint)done));
                Vector512.Max(gray, Vector512.LoadUnsafe(ref to, (nuint)done)).StoreUnsafe(ref to, (nuint)done);
            }
        }

        for (; done < pixels.Length; done++)
        {
            destination[done] = Math.Max(destination[done], tables.Gray[pixels[done]]);
        }
    }

    /// <summary>Writes red, green and blue of each pixel.</summary>
    public static void Rgb(ReadOnlySpan<byte> pixels, TelevisionFormat format, Span<byte> destination)
    {
        Expect(3 * pixels.Length, destination.Length);
        Tables tables = Formats[(int)format];
        int done = 0;
        if (ByteTable.IsSupported)
        {
            ref byte from = ref MemoryMarshal.GetReference(pixels);
            ref byte to = ref MemoryMarshal.GetReference(destination);
            for (; done <= pixels.Length - ByteTable.Lanes; done += ByteTable.Lanes)
            {
                Vector512<byte> index = Vector512.LoadUnsafe(ref from, (nuint)done);
                Interleaving.Store(
                    tables.Red.Look(index), tables.Green.Look(index), tables.Blue.Look(index), ref to, 3 * done);
            }
        }

        for (; done < pixels.Length; done++)
        {
            byte pixel = pixels[done];
            destination[3 * done] = tables.Red[pixel];
            destination[(3 * done) + 1] = tables.Green[pixel];
            destination[(3 * done) + 2] = tables.Blue[pixel];
        }
    }

    private static void Expect(int expected, int given)
    {
        if (expected != given)
        {
            throw new ArgumentException($"Expected room for {expected} bytes, got {given}.", nameof(given));
        }
    }

    private sealed class Tables(TelevisionFormat format)
    {
        public ByteTable Gray { get; } = new(Palette.GrayOf(format));

        public ByteTable Red { get; } = Channel(format, 0);

        public ByteTable Green { get; } = Channel(format, 1);

        public ByteTable Blue { get; } = Channel(format, 2);

        private static ByteTable Channel(TelevisionFormat format, int channel)
        {
            byte[] entries = new byte[ByteTable.Length];
            for (int i = 0; i < entries.Length; i++)
            {
                entries[i] = Palette.Of(format)[(3 * i) + channel];
            }

            return new ByteTable(entries);
        }
    }

    // Sixty-four times red, green and blue become 192 bytes in turns.
    private static class Interleaving
    {
        private static readonly Vector512<byte>[] Pairs = [.. Enumerable.Range(0, 3).Select(Pair)];
        private static readonly Vector512<byte>[] Thirds = [.. Enumerable.Range(0, 3).Select(Third)];

        public static void Store(
            Vector512<byte> red, Vector512<byte> green, Vector512<byte> blue, ref byte to, int offset)
        {
            for (int part = 0; part < 3; part++)
            {
                Vector512<byte> pair = Avx512Vbmi.PermuteVar64x8x2(red, Pairs[part], green);
                Avx512Vbmi.PermuteVar64x8x2(pair, Thirds[part], blue)
                    .StoreUnsafe(ref to, (nuint)(offset + (part * ByteTable.Lanes)));
            }
        }

        // Red and green where they belong; what stands in the places of blue is replaced after.
        private static Vector512<byte> Pair(int part) => Vector512.Create([.. Enumerable.Range(0, ByteTable.Lanes)
            .Select(lane => (part * ByteTable.Lanes) + lane)
            .Select(at => (byte)((at / 3) + (at % 3 == 1 ? ByteTable.Lanes : 0)))]);

        private static Vector512<byte> Third(int part) => Vector512.Create([.. Enumerable.Range(0, ByteTable.Lanes)
            .Select(lane => (lane, at: (part * ByteTable.Lanes) + lane))
            .Select(place => (byte)(place.at % 3 == 2 ? ByteTable.Lanes + (place.at / 3) : place.lane))]);
    }
}
