using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using GymSharp.Recording;
using GymSharp.Rendering;
using GymSharp.Tests.Rendering;

namespace GymSharp.Tests.Recording;

public sealed class PngFuzzTests
{
    private static readonly byte[] Indexed = PngWriter.Encode(Pixels.Noise(12, 9, 30, 1));
    private static readonly byte[] Colored = PngWriter.Encode(Pixels.Noise(24, 20, 4000, 2));

    [Fact]
    public void Damaged_files_give_one_clear_error() => Prop.ForAll(
        (from source in Gen.Elements(Indexed, Colored)
         from places in Gen.Choose(0, 5000).ArrayOf()
         from bits in Gen.Choose(1, 255)
         from cut in Gen.Choose(0, 5000)
         select (source, places, bits, cut)).ToArbitrary(),
        damage =>
        {
            byte[] file = [.. damage.source];
            foreach (int place in damage.places.Take(4))
            {
                file[place % file.Length] ^= (byte)damage.bits;
            }

            AssertReadsOrComplains(file);
            AssertReadsOrComplains(file[..(damage.cut % file.Length)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Files_that_are_damaged_behind_right_checksums_give_one_clear_error() => Prop.ForAll(
        (from source in Gen.Elements(Indexed, Colored)
         from place in Gen.Choose(8, 5000)
         from bits in Gen.Choose(1, 255)
         select (source, place, bits)).ToArbitrary(),
        damage =>
        {
            byte[] file = [.. damage.source];
            file[8 + (damage.place % (file.Length - 8))] ^= (byte)damage.bits;
            RepairChecksums(file);
            AssertReadsOrComplains(file);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_damage_to_one_byte_behind_right_checksums_gives_one_clear_error()
    {
        for (int place = 8; place < Indexed.Length; place++)
        {
            for (int bits = 1; bits < 256; bits++)
            {
                byte[] file = [.. Indexed];
                file[place] ^= (byte)bits;
                RepairChecksums(file);
                AssertReadsOrComplains(file);
            }
        }
    }

    [Fact]
    public void Every_shorter_file_is_damaged()
    {
        for (int length = 0; length < Indexed.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => PngReader.Decode(Indexed.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_small_file_cannot_ask_for_a_huge_picture()
    {
        byte[] file = [.. Indexed];
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 16384);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 16384);
        RepairChecksums(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("less data", Assert.Throws<InvalidDataException>(() => PngReader.Decode(file)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_pixel_beyond_the_palette_is_named()
    {
        byte[] file = [.. Indexed];
        int palette = file.AsSpan().IndexOf("PLTE"u8);
        byte[] oneColor = [0, 0, 0, 3, .. "PLTE"u8, 1, 2, 3, 0, 0, 0, 0];
        byte[] shorter = [.. file[..(palette - 4)], .. oneColor, .. file[(palette + 4 + 90 + 4)..]];
        RepairChecksums(shorter);
        Assert.Contains("palette of 1", Assert.Throws<InvalidDataException>(() => PngReader.Decode(shorter)).Message);
    }

    private static void AssertReadsOrComplains(byte[] file)
    {
        try
        {
            Frame frame = PngReader.Decode(file);
            Assert.Equal(frame.Width * frame.Height * 3, frame.Pixels.Length);
        }
        catch (InvalidDataException error)
        {
            Assert.Contains("PNG", error.Message);
        }
    }

    private static void RepairChecksums(Span<byte> file)
    {
        int at = 8;
        while (at + 12 <= file.Length)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (at + 12 + length > file.Length)
            {
                return;
            }

            Span<byte> covered = file.Slice(at + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(file[(at + 8 + (int)length)..], Checksum(covered));
            at += 12 + (int)length;
        }
    }

    // Bit by bit, as the standard defines it.
    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = uint.MaxValue;
        foreach (byte value in data)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (0 - (sum & 1)));
            }
        }

        return ~sum;
    }
}
