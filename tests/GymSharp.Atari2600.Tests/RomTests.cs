using FsCheck;
using FsCheck.Fluent;

namespace GymSharp.Atari2600;

public sealed class RomTests
{
    private static readonly int[] Sizes = [2048, 4096, 8192, 10240, 10495, 10496, 12288, 16384, 32768, 65536];

    private static readonly (CartridgeType Type, int Size)[] Schemes =
    [
        (CartridgeType.CV, 2048), (CartridgeType.CV, 4096), (CartridgeType.F8, 8192), (CartridgeType.F8SC, 8192),
        (CartridgeType.E0, 8192), (CartridgeType.FE, 8192), (CartridgeType.UA, 8192),
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
    public void Random_bytes_run_in_every_scheme()
    {
        foreach ((CartridgeType type, int size) in Schemes)
        {
            ConsoleOptions options = new() { CartridgeType = type, Format = TelevisionFormat.Pal };
            Assert.True(Runs(Bytes(size, (int)type), options));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(4097)]
    [InlineData(131072)]
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

    [Theory]
    [InlineData(CartridgeType.Plain4K, 4096, 1)]
    [InlineData(CartridgeType.F8, 8192, 2)]
    [InlineData(CartridgeType.E0, 8192, 3)]
    [InlineData(CartridgeType.F6, 16384, 4)]
    public void Random_bytes_run_for_ten_thousand_frames(CartridgeType type, int size, int seed) =>
        Assert.True(Runs(Bytes(size, seed), new() { CartridgeType = type }, frames: 10_000));

    private static bool Runs(byte[] rom, ConsoleOptions options, int frames = 40)
    {
        AtariConsole console = new(rom, options);
        for (int i = 0; i < frames; i++)
        {
            console.Set((ConsoleInput)(i % 26), i & 1);
            FrameResult result = console.RunFrame();
            Assert.InRange(result.Instructions, 0, 25000);
        }

        return console.Screen.Length == 160 * console.Height;
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
