namespace GymSharp.Atari2600;

/// <summary>The colours of the three television standards, as the Arcade Learning Environment shows them.</summary>
/// <remarks>
/// A palette index is a byte of the screen. Even indices are colours; an odd one is the grey of the colour before it,
/// which PAL shows after frames with an odd number of lines.
/// </remarks>
public static class Palette
{
    private static readonly byte[] NtscBytes = Convert.FromHexString(
        "0000000000004a4a4a4a4a4a6f6f6f6f6f6f8e8e8e8e8e8eaaaaaaaaaaaac0c0c0c0c0c0d6d6d6d6d6d6ecececececec"
        + "48480040404069690f5f5f5f86861d7a7a7aa2a22a949494bbbb35acacacd2d240c1c1c1e8e84ad6d6d6fcfc54e9e9e9"
        + "7c2c003f3f3f904811575757a262216e6e6eb47a30838383c3903d969696d2a44aa7a7a7dfb755b8b8b8ecc860c7c7c7"
        + "901c003b3b3ba33915555555b553286b6b6bc66c3a818181d5824a949494e39759a7a7a7f0aa67b7b7b7fcbc74c7c7c7"
        + "9400002c2c2ca71a1a444444b832325a5a5ac848486e6e6ed65c5c808080e46f6f929292f08080a1a1a1fc9090b0b0b0"
        + "84006433333397197a4a4a4aa8308f5f5f5fb846a2737373c659b3848484d46cc3959595e07cd2a4a4a4ec8ce0b2b2b2"
        + "50008427272768199a3f3f3f7d30ad5555559246c06b6b6ba459d07d7d7db56ce08f8f8fc57cee9f9f9fd48cfcaeaeae"
        + "140090161616331aa33131314e32b54949496848c66060607f5cd5747474956fe3888888a980f0999999bc90fca9a9a9"
        + "000094111111181aa72929292d32b84040404248c8555555545cd6686868656fe47979797580f08989898490fc999999"
        + "001c88202020183b9d3c3c3c2d57b05555554272c26d6d6d548ad282828265a0e196969675b5efa8a8a884c8fcbababa"
        + "0030642828281850804545452d6d985f5f5f4288b078787854a0c58d8d8d65b7d9a2a2a275ccebb6b6b684e0fcc8c8c8"
        + "0040302b2b2b18624e4a4a4a2d8169656565429e827f7f7f54b89997979765d1aeadadad75e7c2c1c1c184fcd4d4d4d4"
        + "0044002828281a661a47474732843262626248a0487c7c7c5cba5c9393936fd26fa9a9a980e880bdbdbd90fc90cfcfcf"
        + "143c00292929355f184a4a4a527e2d6868686e9c4284848487b7549d9d9d9ed065b5b5b5b4e775cbcbcbc8fc84dfdfdf"
        + "3038002f2f2f5059164f4f4f6d762b6b6b6b88923e858585a0ab4f9d9d9db7c25fb3b3b3ccd86ec8c8c8e0ec7cdcdcdc"
        + "482c002f2f2f694d144f4f4f866a266b6b6ba28638858585bb9f479d9d9dd2b656b3b3b3e8cc63c8c8c8fce070dcdcdc");

    private static readonly byte[] PalBytes = Convert.FromHexString(
        "0000000000002b2b2b2b2b2b525252525252767676767676979797979797b6b6b6b6b6b6d2d2d2d2d2d2ecececececec"
        + "0000000000002b2b2b2b2b2b525252525252767676767676979797979797b6b6b6b6b6b6d2d2d2d2d2d2ecececececec"
        + "8058005a5a5a96711a727272ab8732888888be9c489d9d9dcfaf5cafafafdfc06fc0c0c0eed180d0d0d0fce090dfdfdf"
        + "445c004a4a4a5e791a6666667693327f7f7f8cac48979797a0c25cacacacb3d76fc0c0c0c4ea80d3d3d3d4fc90e4e4e4"
        + "70340040404089511a5b5b5ba06b32747474b684488c8c8cc99a5ca1a1a1dcaf6fb5b5b5ecc280c7c7c7fcd490d8d8d8"
        + "0064143d3d3d1a803559595932985272727248b06e8989895cc5879f9f9f6fd99eb3b3b380ebb4c5c5c590fcc8d6d6d6"
        + "700014242424891a353e3e3ea03252575757b6486e6d6d6dc95c87818181dc6f9e959595ec80b4a6a6a6fc90c8b7b7b7"
        + "005c5c4040401a76765a5a5a328e8e72727248a4a48888885cb8b89c9c9c6fcbcbafafaf80dcdcc0c0c090ececd0d0d0"
        + "70005c2c2c2c841a744444449632895a5a5aa8489e6e6e6eb75cb0818181c66fc1929292d380d1a2a2a2e090e0b1b1b1"
        + "003c70303030195a894c4c4c2f75a0656565448eb67c7c7c57a5c992929268badca5a5a579ceecb8b8b888e0fcc9c9c9"
        + "5800702727276e1a894040408332a05757579648b66c6c6ca75cc97f7f7fb76fdc919191c680eca1a1a1d490fcb1b1b1"
        + "002070202020193f893c3c3c2f5aa05555554474b66d6d6d578bc983838368a1dc97979779b5eca9a9a988c8fcbbbbbb"
        + "3400801e1e1e4a1a963636365f32ab4d4d4d7248be626262835ccf757575936fdf878787a280ee979797b090fca6a6a6"
        + "0000881010101a1a9d2929293232b04040404848c25656565c5cd26969696f6fe17c7c7c8080ef8d8d8d9090fc9c9c9c"
        + "0000000000002b2b2b2b2b2b525252525252767676767676979797979797b6b6b6b6b6b6d2d2d2d2d2d2ecececececec"
        + "0000000000002b2b2b2b2b2b525252525252767676767676979797979797b6b6b6b6b6b6d2d2d2d2d2d2ecececececec");

    // Eight colours, whatever the hue.
    private static readonly byte[] SecamBytes = [.. Enumerable.Repeat(
        Convert.FromHexString(
            "0000000000002121ff3a3a3af03c79797979ff50ff9898987fff00bcbcbc7fffffd9d9d9ffff3fe9e9e9ffffffffffff"),
        16).SelectMany(colors => colors)];

    private static readonly byte[] NtscGrays = Grays(NtscBytes);

    private static readonly byte[] PalGrays = Grays(PalBytes);

    private static readonly byte[] SecamGrays = Grays(SecamBytes);

    /// <summary>256 colours of NTSC, red, green and blue a byte each: 768 bytes.</summary>
    public static ReadOnlySpan<byte> Ntsc => NtscBytes;

    /// <summary>256 colours of PAL, red, green and blue a byte each: 768 bytes.</summary>
    public static ReadOnlySpan<byte> Pal => PalBytes;

    /// <summary>256 colours of SECAM, red, green and blue a byte each: 768 bytes.</summary>
    public static ReadOnlySpan<byte> Secam => SecamBytes;

    /// <summary>The 768 bytes of a standard.</summary>
    /// <param name="format">The standard.</param>
    public static ReadOnlySpan<byte> Of(TelevisionFormat format) => format switch
    {
        TelevisionFormat.Pal => PalBytes,
        TelevisionFormat.Secam => SecamBytes,
        _ => NtscBytes,
    };

    /// <summary>The 256 brightnesses of a standard, as grayscale observations give them.</summary>
    /// <param name="format">The standard.</param>
    public static ReadOnlySpan<byte> GrayOf(TelevisionFormat format) => format switch
    {
        TelevisionFormat.Pal => PalGrays,
        TelevisionFormat.Secam => SecamGrays,
        _ => NtscGrays,
    };

    // The grey of an index is any channel of the entry after it.
    private static byte[] Grays(byte[] colors)
    {
        byte[] grays = new byte[256];
        for (int i = 0; i < grays.Length; i++)
        {
            grays[i] = colors[(3 * Math.Min(i + 1, 255)) + 2];
        }

        return grays;
    }
}
