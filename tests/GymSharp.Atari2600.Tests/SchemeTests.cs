using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600;

/// <summary>Schemes that no recording has: the Megacart and 0840.</summary>
public sealed class SchemeTests
{
    private const int BlockSize = 1024;
    private const int Results = 0x10;

    // Boots in block $FF as the specification shows, goes on in block $80, looks at other blocks and at RAM.
    private const string Boot = """
                processor 6502
                org $FC00
        boot    sei
                cld
                ldx #$FF
                txs
                lda #$80
                sta $3C
                lda #$23
                sta $3D
                lda #$A5
                sta $3E
                lda #$C6
                sta $3F
                lda $FDFF
                sta $90
                jmp $F000
                ds $FFFC - *, $99
                .word boot, boot
        """;

    private const string Main = """
                processor 6502
                org $F000
                lda $FA00
                sta $91
                lda $FE00
                sta $92
                lda #$6B
                sta $F434
                lda $F634
                sta $93
                lda #$24
                sta $3D
                lda #$6C
                sta $F434
                lda #$23
                sta $3E
                lda $FA34
                sta $94
                lda $F634
                sta $95
                lda #0
                sta $96

        """ + TestFrames.Loop + """
                inc $96
                jmp frame
        """;

    private const string Banks = """
                processor 6502
                org $F000
        start   bit $0840
                inc $90
                inc $91
                lda $C00
                sta $94
                sta $0895
                bit $0C7F
                inc $92

        """ + TestFrames.Loop + """
                inc $93
                jmp frame
                ds $FFFC - *, 0
                .word start, start
        """;

    [Fact]
    public void A_Megacart_boots_from_its_last_block_until_the_program_has_left_it()
    {
        AtariConsole console = new(Megacart(), new() { Format = TelevisionFormat.Ntsc });
        Assert.Equal(CartridgeType.MC, console.CartridgeType);
        TestFrames.Run(console, 4);
        Assert.Equal([0x99, 0x25, 0x46, 0x6B, 0x6B, 0x6C], console.Ram.Slice(Results, 6).ToArray());
        Assert.InRange(console.Ram[Results + 6], 2, 4);
    }

    [Fact]
    public void The_reset_vector_of_a_Megacart_is_always_that_of_its_last_block()
    {
        AtariConsole console = new(Megacart(), new() { Format = TelevisionFormat.Ntsc });
        TestFrames.Run(console, 4);
        Assert.Equal(0x46, console.Peek(0x1FFF));
        Assert.Equal((0x00, 0xFC), (console.Peek(0x1FFC), console.Peek(0x1FFD)));
        Assert.Equal(0x99, console.Peek(0x1D80));
        console.Peek(0x1000);
        Assert.Equal(0x46, console.Peek(0x1D80));
    }

    [Fact]
    public void Econobanking_switches_by_line_6_of_addresses_with_line_11()
    {
        byte[] bank = [.. Assembler.AssembleText(Banks).Image];
        byte[] other = [.. bank];

        // The second bank counts sixteen bytes further on.
        (other[0x04], other[0x06], other[0x13]) = (0xA0, 0xA1, 0xA2);
        AtariConsole console = new(
            [.. bank, .. other], new() { CartridgeType = CartridgeType.Econobanking, Format = TelevisionFormat.Ntsc });
        byte[] before = console.Ram.ToArray();
        TestFrames.Run(console, 3);
        Assert.Equal(before[0x10..0x13], console.Ram[0x10..0x13].ToArray());
        Assert.Equal(before[0x20..0x23].Select(value => (byte)(value + 1)), console.Ram[0x20..0x23].ToArray());
        Assert.Equal(console.Ram[0x14], console.Ram[0x15]);
    }

    [Theory]
    [InlineData(CartridgeType.MC)]
    [InlineData(CartridgeType.Econobanking)]
    public void A_restored_cartridge_shows_the_same_banks(CartridgeType type)
    {
        byte[] image = type == CartridgeType.MC
            ? Megacart()
            : [.. Assembler.AssembleText(Banks).Image, .. Assembler.AssembleText(Banks).Image];
        ConsoleOptions options = new() { CartridgeType = type, Format = TelevisionFormat.Ntsc };
        AtariConsole saved = new(image, options);
        TestFrames.Run(saved, 3);
        AtariConsole other = new(image, options);
        other.Restore(saved.Save());
        TestFrames.Run(saved, 3);
        TestFrames.Run(other, 3);
        Assert.Equal(saved.Save(), other.Save());
        for (int address = 0x1000; address < 0x2000; address++)
        {
            Assert.Equal(saved.Peek(address), other.Peek(address));
        }
    }

    // ROM block $80 + n is full of n, but for those with code.
    private static byte[] Megacart()
    {
        byte[] image = new byte[128 * BlockSize];
        for (int block = 0; block < 128; block++)
        {
            image.AsSpan(block * BlockSize, BlockSize).Fill((byte)block);
        }

        Assembler.AssembleText(Main).Image.CopyTo(image, 0);
        Assembler.AssembleText(Boot).Image.CopyTo(image, 127 * BlockSize);
        return image;
    }
}
