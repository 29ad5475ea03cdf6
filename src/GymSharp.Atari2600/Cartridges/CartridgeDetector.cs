using System.Security.Cryptography;

namespace GymSharp.Atari2600;

/// <summary>
/// Guesses the scheme of an image from its size and from instructions that only make sense with it. The rules and their
/// order are those of the reference emulator, as observed.
/// </summary>
internal static class CartridgeDetector
{
    // Two prototypes whose reset code is in the first bank.
    private static readonly string[] StartInFirstBank =
        ["bc24440b59092559a1ec26055fd1270e", "75ee371ccfc4f43e7d9b8f24e1266b55"];

    // STA $E01F and the like: hot spots through the mirror at $E000.
    private static readonly byte[][] E0Code =
    [
        [0x8D, 0xE0, 0x1F], [0x8D, 0xE0, 0x5F], [0x8D, 0xE9, 0xFF], [0xAD, 0xE9, 0xFF], [0xAD, 0xED, 0xFF],
        [0xAD, 0xF3, 0xBF],
    ];

    // STA $FFF3,X; STA $F400,Y: writes to the RAM.
    private static readonly byte[][] CVCode = [[0x9D, 0xFF, 0xF3], [0x99, 0x00, 0xF4]];

    // JSR $D000 and its surroundings.
    private static readonly byte[][] FECode =
    [
        [0x20, 0x00, 0xD0, 0xC6, 0xC5], [0x20, 0xC3, 0xF8, 0xA5, 0x82], [0xD0, 0xFB, 0x20, 0x73, 0xFE],
        [0x20, 0x00, 0xF0, 0x84, 0xD6],
    ];

    // STA $3E, LDA #0; STA $3F; STA $0240.
    private static readonly byte[] Code3E = [0x85, 0x3E, 0xA9, 0x00];
    private static readonly byte[] Code3F = [0x85, 0x3F];
    private static readonly byte[] CodeUA = [0x8D, 0x40, 0x02];

    /// <summary>The scheme of an image, or null for a size no scheme has.</summary>
    public static CartridgeType? Detect(ReadOnlySpan<byte> image) => image.Length switch
    {
        2048 => ContainsAny(image, CVCode) ? CartridgeType.CV : CartridgeType.Plain2K,
        4096 => ContainsAny(image, CVCode) ? CartridgeType.CV
            : image[..2048].SequenceEqual(image[2048..]) ? CartridgeType.Plain2K
            : CartridgeType.Plain4K,
        8192 => Detect8K(image),
        10240 or 10495 or 10496 => CartridgeType.Dpc,
        12288 => CartridgeType.Fasc,
        16384 => HasSuperchip(image) ? CartridgeType.F6SC
            : LooksLikeE7(image) ? CartridgeType.E7
            : DetectTigervision(image) ?? CartridgeType.F6,
        32768 => HasSuperchip(image) ? CartridgeType.F4SC : DetectTigervision(image) ?? CartridgeType.F4,
        65536 => DetectTigervision(image) ?? CartridgeType.MB,
        131072 => DetectTigervision(image) ?? CartridgeType.MC,
        > 0 and int length when length % CartridgeAR.LoadSize == 0 => CartridgeType.AR,
        _ => null,
    };

    /// <summary>The bank an F8 image starts in.</summary>
    public static int StartBankF8(ReadOnlySpan<byte> image)
    {
        Span<byte> hash = stackalloc byte[16];

        // Names of files, not secrets.
#pragma warning disable CA5351
        MD5.HashData(image, hash);
#pragma warning restore CA5351
        return StartInFirstBank.Contains(Convert.ToHexStringLower(hash)) ? 0 : 1;
    }

    private static CartridgeType Detect8K(ReadOnlySpan<byte> image) => HasSuperchip(image) ? CartridgeType.F8SC
        : image[..4096].SequenceEqual(image[4096..]) ? CartridgeType.Plain4K
        : ContainsAny(image, E0Code) ? CartridgeType.E0
        : DetectTigervision(image)
            ?? (Contains(image, CodeUA) ? CartridgeType.UA
            : ContainsAny(image, FECode) ? CartridgeType.FE
            : CartridgeType.F8);

    private static CartridgeType? DetectTigervision(ReadOnlySpan<byte> image) =>
        Contains(image, Code3E) ? CartridgeType.Tigervision3E
        : Contains(image, Code3F, times: 2) ? CartridgeType.Tigervision3F
        : null;

    // What cannot be seen behind the RAM was left blank: the first 256 bytes of each bank are the same.
    private static bool HasSuperchip(ReadOnlySpan<byte> image)
    {
        for (int bank = 0; bank < image.Length; bank += 4096)
        {
            if (image.Slice(bank, 256).ContainsAnyExcept(image[bank]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksLikeE7(ReadOnlySpan<byte> image)
    {
        byte blank = image[0x3800];
        return !image[0x3800..0x3A00].ContainsAnyExcept(blank)
            && image[(0x3800 - 32)..0x3800].ContainsAnyExcept(blank)
            && image[0x3A00..(0x3A00 + 32)].ContainsAnyExcept(blank);
    }

    private static bool ContainsAny(ReadOnlySpan<byte> image, byte[][] codes)
    {
        foreach (byte[] code in codes)
        {
            if (Contains(image, code))
            {
                return true;
            }
        }

        return false;
    }

    // The last position an instruction could be at is never looked at.
    private static bool Contains(ReadOnlySpan<byte> image, ReadOnlySpan<byte> code, int times = 1)
    {
        ReadOnlySpan<byte> rest = image[..^1];
        while (times > 0)
        {
            int found = rest.IndexOf(code);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + code.Length)..];
            times--;
        }

        return true;
    }
}
