using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Atari2600;

public sealed class RomTests
{
    private static readonly int[] Sizes =
        [2048, 4096, 8192, 10240, 10495, 10496, 12288, 16384, 32768, 65536, 131072, 8448, 3 * 8448];

    private static readonly (CartridgeType Type, int Size)[] Schemes =
    [
        (CartridgeType.Plain2K, 2048), (CartridgeType.Plain4K, 4096), (CartridgeType.CV, 2048), (CartridgeType.CV, 4096),
        (CartridgeType.F8, 8192), (CartridgeType.F8SC, 8192), (CartridgeType.E0, 8192), (CartridgeType.FE, 8192), (CartridgeType.UA, 8192),
        (CartridgeType.AR, 2 * 8448), (CartridgeType.MC, 131072), (CartridgeType.Econobanking, 8192),
        (CartridgeType.Tigervision3F, 10240), (CartridgeType.Tigervision3E, 16384), (CartridgeType.E7, 16384),
        (CartridgeType.F6, 16384), (CartridgeType.F6SC, 16384), (CartridgeType.F4, 32768),
        (CartridgeType.F4SC, 32768), (CartridgeType.Fasc, 12288), (CartridgeType.Dpc, 10240),
        (CartridgeType.MB, 65536),
    ];

    [Fact]
    public void Random_bytes_of_every_size_run() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(20),
        Prop.ForAll(
            Gen.Choose(0, Sizes.Length - 1).ToArbitrary(),
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
            (size, seed) => Runs(Bytes(Sizes[size], seed), new() { Format = TelevisionFormat.Ntsc })));

    [Fact]
    public void Random_bytes_run_in_every_scheme_and_go_on_from_a_saved_state()
    {
        for (int i = 0; i < 3 * Schemes.Length; i++)
        {
            (CartridgeType type, int size) = Schemes[i % Schemes.Length];
            ConsoleOptions options = new() { CartridgeType = type, Format = TelevisionFormat.Pal };
            byte[] rom = Bytes(size, i);
            AtariConsole console = new(rom, options);
            Play(console, 20);
            AtariConsole other = new(rom, options);
            other.Restore(console.Save());
            console.ClearInputs();
            Play(console, 20);
            Play(other, 20);
            Assert.True(console.Save().AsSpan().SequenceEqual(other.Save()), $"{type} of seed {i}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(4097)]
    [InlineData(131071)]
    [InlineData(8447)]
    [InlineData(1 << 20)]
    public void A_size_no_cartridge_has_is_refused(int size)
    {
        RomFormatException error = Assert.Throws<RomFormatException>(() => new AtariConsole(new byte[size]));
        Assert.Contains($"{size} bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CartridgeType.F8, 4096)]
    [InlineData(CartridgeType.Dpc, 8192)]
    [InlineData(CartridgeType.Tigervision3F, 3000)]
    [InlineData(CartridgeType.MB, 32768)]
    [InlineData(CartridgeType.AR, 8192)]
    [InlineData(CartridgeType.AR, 63 * 8448)]
    [InlineData(CartridgeType.MC, 65536)]
    [InlineData(CartridgeType.Econobanking, 4096)]
    public void A_scheme_of_another_size_is_refused(CartridgeType type, int size)
    {
        RomFormatException error = Assert.Throws<RomFormatException>(
            () => new AtariConsole(new byte[size], new() { CartridgeType = type }));
        Assert.Contains(type.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_scheme_is_refused() => Assert.Throws<RomFormatException>(
        () => new AtariConsole(new byte[8192], new() { CartridgeType = (CartridgeType)99 }));

    [Theory]
    [InlineData(65, 210)]
    [InlineData(34, 257)]
    [InlineData(-1, 210)]
    public void Lines_that_cannot_be_shown_are_refused(int first, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new AtariConsole(new byte[4096], new() { YStart = first, Height = count }));

    [Fact]
    public void Every_scheme_is_tried() => Assert.Equal(
        Enum.GetValues<CartridgeType>().Order(), Schemes.Select(scheme => scheme.Type).Distinct().Order());

    // Seeds whose bytes neither stop the processor nor keep it from ever ending a frame; they show a picture of sorts.
    [Theory]
    [InlineData(CartridgeType.Plain2K, 2048, 855)]
    [InlineData(CartridgeType.Plain4K, 4096, 189)]
    [InlineData(CartridgeType.CV, 2048, 855)]
    [InlineData(CartridgeType.CV, 4096, 189)]
    [InlineData(CartridgeType.F8, 8192, 52)]
    [InlineData(CartridgeType.F8SC, 8192, 52)]
    [InlineData(CartridgeType.F6, 16384, 189)]
    [InlineData(CartridgeType.F6SC, 16384, 148)]
    [InlineData(CartridgeType.F4, 32768, 189)]
    [InlineData(CartridgeType.F4SC, 32768, 148)]
    [InlineData(CartridgeType.E0, 8192, 52)]
    [InlineData(CartridgeType.FE, 8192, 100)]
    [InlineData(CartridgeType.E7, 16384, 71)]
    [InlineData(CartridgeType.Tigervision3F, 10240, 311)]
    [InlineData(CartridgeType.Tigervision3E, 16384, 18)]
    [InlineData(CartridgeType.UA, 8192, 189)]
    [InlineData(CartridgeType.MB, 65536, 52)]
    [InlineData(CartridgeType.Dpc, 10240, 52)]
    [InlineData(CartridgeType.AR, 2 * 8448, 101)]
    [InlineData(CartridgeType.MC, 131072, 77)]
    [InlineData(CartridgeType.Econobanking, 8192, 148)]
    public void Random_bytes_run_for_ten_thousand_frames(CartridgeType type, int size, int seed)
    {
        AtariConsole console = new(
            Bytes(size, seed), new() { CartridgeType = type, Format = TelevisionFormat.Ntsc });
        Assert.InRange(Play(console, 10_000).Instructions, 1, 25000);
    }

    private static bool Runs(byte[] rom, ConsoleOptions options)
    {
        AtariConsole console = new(rom, options);
        Play(console, 40);
        return console.Screen.Length == 160 * console.Height;
    }

    private static FrameResult Play(AtariConsole console, int frames)
    {
        FrameResult result = default;
        for (int i = 0; i < frames; i++)
        {
            console.Set((ConsoleInput)(i % 26), i & 1);
            result = console.RunFrame();
            Assert.InRange(result.Instructions, 0, 25000);
        }

        return result;
    }

    private static byte[] Bytes(int size, int seed)
    {
        MersenneTwister twister = new((uint)seed);
        byte[] bytes = new byte[size];
        foreach (ref byte value in bytes.AsSpan())
        {
            value = (byte)twister.Next();
        }

        return bytes;
    }
}
