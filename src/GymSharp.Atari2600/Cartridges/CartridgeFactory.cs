namespace GymSharp.Atari2600;

/// <summary>Makes the cartridge of an image.</summary>
internal static class CartridgeFactory
{
    private const int LargestTigervision = 256 * 2048;
    private const int MostLoads = 62;

    /// <summary>The scheme asked for, or the one the image seems to have.</summary>
    /// <exception cref="RomFormatException">No scheme has this size.</exception>
    public static CartridgeType TypeOf(ReadOnlySpan<byte> image, CartridgeType? wanted)
    {
        CartridgeType? type = wanted ?? CartridgeDetector.Detect(image);
        return type ?? throw new RomFormatException(
            $"No cartridge holds {image.Length} bytes. Images have 2, 4, 8, 12, 16, 32, 64 or 128 KB, 10 KB with a "
            + "display processor, or times 8448 bytes for a Supercharger; make sure the file is a ROM image and "
            + "complete.");
    }

    /// <summary>Makes a cartridge.</summary>
    /// <exception cref="RomFormatException">The scheme has other sizes.</exception>
    public static Cartridge Create(ReadOnlySpan<byte> rom, CartridgeType type)
    {
        byte[] image = Fit(rom, type).ToArray();
        return type switch
        {
            CartridgeType.Plain2K or CartridgeType.Plain4K => new CartridgePlain(image),
            CartridgeType.CV => new CartridgeCV(image),
            CartridgeType.F8 => new CartridgeF8(image, CartridgeDetector.StartBankF8(image)),
            CartridgeType.F8SC => new CartridgeF8SC(image),
            CartridgeType.F6 => new CartridgeF6(image),
            CartridgeType.F6SC => new CartridgeF6SC(image),
            CartridgeType.F4 => new CartridgeF4(image),
            CartridgeType.F4SC => new CartridgeF4SC(image),
            CartridgeType.Fasc => new CartridgeFasc(image),
            CartridgeType.E0 => new CartridgeE0(image),
            CartridgeType.E7 => new CartridgeE7(image),
            CartridgeType.FE => new CartridgeFE(image),
            CartridgeType.UA => new CartridgeUA(image),
            CartridgeType.Tigervision3F => new Cartridge3F(image),
            CartridgeType.Tigervision3E => new Cartridge3E(image),
            CartridgeType.MB => new CartridgeMB(image),
            CartridgeType.Dpc => new CartridgeDpc(image),
            CartridgeType.AR => new CartridgeAR(image),
            CartridgeType.MC => new CartridgeMC(image),
            CartridgeType.Econobanking => new Cartridge0840(image),
            _ => throw new RomFormatException($"There is no bank-switching scheme {type}. Use one of CartridgeType."),
        };
    }

    // An image may hold the same bytes twice; a scheme takes what it needs.
    private static ReadOnlySpan<byte> Fit(ReadOnlySpan<byte> rom, CartridgeType type)
    {
        (int[] Sizes, string Text) allowed = type switch
        {
            CartridgeType.Plain2K => ([2048, 4096], "2048 bytes"),
            CartridgeType.Plain4K => ([4096, 8192], "4096 bytes"),
            CartridgeType.CV => ([2048, 4096], "2048 or 4096 bytes"),
            CartridgeType.F6 or CartridgeType.F6SC or CartridgeType.E7 => ([16384], "16384 bytes"),
            CartridgeType.F4 or CartridgeType.F4SC => ([32768], "32768 bytes"),
            CartridgeType.Fasc => ([12288], "12288 bytes"),
            CartridgeType.MB => ([65536], "65536 bytes"),
            CartridgeType.Dpc => ([10240, 10495, 10496], "10240, 10495 or 10496 bytes"),
            CartridgeType.MC => ([131072], "131072 bytes"),
            CartridgeType.AR =>
                (rom.Length is > 0 and <= MostLoads * CartridgeAR.LoadSize && rom.Length % CartridgeAR.LoadSize == 0
                        ? [rom.Length]
                        : [],
                    $"a multiple of {CartridgeAR.LoadSize} bytes up to {MostLoads * CartridgeAR.LoadSize}"),
            CartridgeType.Tigervision3F or CartridgeType.Tigervision3E =>
                (rom.Length is >= 4096 and <= LargestTigervision && rom.Length % 2048 == 0 ? [rom.Length] : [],
                    "a multiple of 2048 bytes from 4096 to 524288"),
            _ => ([8192], "8192 bytes"),
        };
        if (!allowed.Sizes.Contains(rom.Length))
        {
            throw new RomFormatException(
                $"A cartridge of type {type} holds {allowed.Text}; this image has {rom.Length}. Leave CartridgeType "
                + "null to detect the scheme, or make sure the file is complete.");
        }

        return type switch
        {
            CartridgeType.Plain2K => rom[..2048],
            CartridgeType.Plain4K => rom[..4096],
            _ => rom,
        };
    }
}
