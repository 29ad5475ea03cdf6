using System.Globalization;

namespace GymSharp.Atari2600.Assembly;

/// <summary>The opcode of every mnemonic in every mode: the documented ones and those that games use besides.</summary>
internal static class Mnemonics
{
    /// <summary>
    /// One mnemonic a line, its opcodes in the order of <see cref="AddressMode"/>: implied, immediate, zero page, zero
    /// page X, zero page Y, absolute, absolute X, absolute Y, indirect, (zero page,X), (zero page),Y, relative.
    /// </summary>
    private const string Table = """
        adc -- 69 65 75 -- 6D 7D 79 -- 61 71 --
        and -- 29 25 35 -- 2D 3D 39 -- 21 31 --
        asl 0A -- 06 16 -- 0E 1E -- -- -- -- --
        bcc -- -- -- -- -- -- -- -- -- -- -- 90
        bcs -- -- -- -- -- -- -- -- -- -- -- B0
        beq -- -- -- -- -- -- -- -- -- -- -- F0
        bit -- -- 24 -- -- 2C -- -- -- -- -- --
        bmi -- -- -- -- -- -- -- -- -- -- -- 30
        bne -- -- -- -- -- -- -- -- -- -- -- D0
        bpl -- -- -- -- -- -- -- -- -- -- -- 10
        brk 00 -- -- -- -- -- -- -- -- -- -- --
        bvc -- -- -- -- -- -- -- -- -- -- -- 50
        bvs -- -- -- -- -- -- -- -- -- -- -- 70
        clc 18 -- -- -- -- -- -- -- -- -- -- --
        cld D8 -- -- -- -- -- -- -- -- -- -- --
        cli 58 -- -- -- -- -- -- -- -- -- -- --
        clv B8 -- -- -- -- -- -- -- -- -- -- --
        cmp -- C9 C5 D5 -- CD DD D9 -- C1 D1 --
        cpx -- E0 E4 -- -- EC -- -- -- -- -- --
        cpy -- C0 C4 -- -- CC -- -- -- -- -- --
        dec -- -- C6 D6 -- CE DE -- -- -- -- --
        dex CA -- -- -- -- -- -- -- -- -- -- --
        dey 88 -- -- -- -- -- -- -- -- -- -- --
        eor -- 49 45 55 -- 4D 5D 59 -- 41 51 --
        inc -- -- E6 F6 -- EE FE -- -- -- -- --
        inx E8 -- -- -- -- -- -- -- -- -- -- --
        iny C8 -- -- -- -- -- -- -- -- -- -- --
        jmp -- -- -- -- -- 4C -- -- 6C -- -- --
        jsr -- -- -- -- -- 20 -- -- -- -- -- --
        lda -- A9 A5 B5 -- AD BD B9 -- A1 B1 --
        ldx -- A2 A6 -- B6 AE -- BE -- -- -- --
        ldy -- A0 A4 B4 -- AC BC -- -- -- -- --
        lsr 4A -- 46 56 -- 4E 5E -- -- -- -- --
        nop EA 80 04 14 -- 0C 1C -- -- -- -- --
        ora -- 09 05 15 -- 0D 1D 19 -- 01 11 --
        pha 48 -- -- -- -- -- -- -- -- -- -- --
        php 08 -- -- -- -- -- -- -- -- -- -- --
        pla 68 -- -- -- -- -- -- -- -- -- -- --
        plp 28 -- -- -- -- -- -- -- -- -- -- --
        rol 2A -- 26 36 -- 2E 3E -- -- -- -- --
        ror 6A -- 66 76 -- 6E 7E -- -- -- -- --
        rti 40 -- -- -- -- -- -- -- -- -- -- --
        rts 60 -- -- -- -- -- -- -- -- -- -- --
        sbc -- E9 E5 F5 -- ED FD F9 -- E1 F1 --
        sec 38 -- -- -- -- -- -- -- -- -- -- --
        sed F8 -- -- -- -- -- -- -- -- -- -- --
        sei 78 -- -- -- -- -- -- -- -- -- -- --
        sta -- -- 85 95 -- 8D 9D 99 -- 81 91 --
        stx -- -- 86 -- 96 8E -- -- -- -- -- --
        sty -- -- 84 94 -- 8C -- -- -- -- -- --
        tax AA -- -- -- -- -- -- -- -- -- -- --
        tay A8 -- -- -- -- -- -- -- -- -- -- --
        tsx BA -- -- -- -- -- -- -- -- -- -- --
        txa 8A -- -- -- -- -- -- -- -- -- -- --
        txs 9A -- -- -- -- -- -- -- -- -- -- --
        tya 98 -- -- -- -- -- -- -- -- -- -- --
        anc -- 0B -- -- -- -- -- -- -- -- -- --
        ane -- 8B -- -- -- -- -- -- -- -- -- --
        arr -- 6B -- -- -- -- -- -- -- -- -- --
        asr -- 4B -- -- -- -- -- -- -- -- -- --
        dcp -- -- C7 D7 -- CF DF DB -- C3 D3 --
        isb -- -- E7 F7 -- EF FF FB -- E3 F3 --
        las -- -- -- -- -- -- -- BB -- -- -- --
        lax -- -- A7 -- B7 AF -- BF -- A3 B3 --
        lxa -- AB -- -- -- -- -- -- -- -- -- --
        rla -- -- 27 37 -- 2F 3F 3B -- 23 33 --
        rra -- -- 67 77 -- 6F 7F 7B -- 63 73 --
        sax -- -- 87 -- 97 8F -- -- -- 83 -- --
        sbx -- CB -- -- -- -- -- -- -- -- -- --
        sha -- -- -- -- -- -- -- 9F -- -- 93 --
        shs -- -- -- -- -- -- -- 9B -- -- -- --
        shx -- -- -- -- -- -- -- 9E -- -- -- --
        shy -- -- -- -- -- -- 9C -- -- -- -- --
        slo -- -- 07 17 -- 0F 1F 1B -- 03 13 --
        sre -- -- 47 57 -- 4F 5F 5B -- 43 53 --
        """;

    private static readonly Dictionary<string, byte?[]> Opcodes = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(' '))
        .ToDictionary(row => row[0], row => Array.ConvertAll(row[1..], Opcode));

    public static bool IsKnown(string name) => Opcodes.ContainsKey(name);

    /// <summary>The opcode of a known mnemonic in a mode, or null where the processor has none.</summary>
    public static byte? Find(string name, AddressMode mode) => Opcodes[name][(int)mode];

    private static byte? Opcode(string cell) =>
        cell == "--" ? null : byte.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
