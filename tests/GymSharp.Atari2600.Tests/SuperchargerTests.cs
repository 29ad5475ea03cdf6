using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600;

/// <summary>The Supercharger: its loader, its way of writing, its modes.</summary>
public sealed class SuperchargerTests
{
    private const int LoadSize = 8448;
    private const int HeaderStart = 8192;
    private const int First = 0x90 - 0x80;

    // $F800 shows bank 3 and $F000 bank 1, where the program is; writing is on.
    private const int Control = 0x0E;

    // Code in the first page would write with every instruction, so the program begins in the second.
    private const string Program = """
                processor 6502
                org $F000
                ds 256, $EE
        begin   stx $90
                sty $91
                tsx
                stx $92
                cmp $F042
                nop
                cmp $F7E3
                lda $F7E3
                sta $93
                lda #0
                sta $A0
                lda #$F7
                sta $A1
                ldx #$17
                cmp $F000,x
                lda ($A0),y
                sta $94
                lda $F700
                sta $95
                cmp $F033
                nop
                nop
                cmp $F7E4
                lda $F7E4
                sta $96
                cmp $F00C
                cmp $FFF8
                cmp $F055
                nop
                cmp $F7E3
                lda $F7E3
                sta $97

        """ + TestFrames.Loop + """
                inc $99
                lda $99
                cmp #30
                bne frame
                lda #ASKED
                sta $FA
                cmp $F004
                cmp $FFF8
                jmp $F800
                ds $F800 - *, $EE
        """;

    private const string Second = """
                processor 6502
                org $F000
                ds 512, 0
        begin   lda #$77
                sta $9A

        """ + TestFrames.Loop + """
                inc $9B
                jmp frame
                ds $F800 - *, 0
        """;

    [Fact]
    public void A_program_starts_as_the_loader_leaves_the_machine()
    {
        AtariConsole console = Console(Load(Program, 0));
        byte[] seen = [];
        CpuRegisters registers = default;
        console.Machine.Tracer = () =>
        {
            if (console.Machine.Pc == 0xF100 && seen.Length == 0)
            {
                seen = console.Ram.ToArray();
                registers = console.Registers;
            }
        };
        console.RunFrame();
        Assert.Equal([Control, 0], seen[..2]);
        Assert.Equal([0xCD, 0xF8, 0xFF, 0x4C, 0x00, 0xF1], seen[^6..]);
        Assert.All(seen[2..^6], value => Assert.Equal(0, value));
        Assert.Equal((0xFF, 0, 0xFF), (registers.X, registers.Y, registers.Sp));
    }

    [Fact]
    public void The_fifth_address_after_one_in_the_first_page_is_written_while_writing_is_on()
    {
        AtariConsole console = Console(Load(Program, 0));
        TestFrames.Run(console, 3);
        Assert.Equal([0xFF, 0, 0xFF, 0x42, 0x17, 0x17, 0xEE, 0x42], console.Ram.Slice(First, 8).ToArray());
    }

    [Fact]
    public void A_program_loads_the_part_it_asks_for_by_number()
    {
        AtariConsole console = Console([.. Load(Program, 0), .. Load(Second, 7), .. Load(Second, 5, start: 0xF200)]);
        TestFrames.Run(console, 60);
        Assert.Equal(0x42, console.Ram[First + 3]);
        Assert.Equal(0x77, console.Ram[First + 10]);
        Assert.InRange(console.Ram[First + 11], 20, 35);
    }

    [Fact]
    public void The_loader_waits_for_a_part_that_is_not_there()
    {
        AtariConsole console = Console([.. Load(Program, 0), .. Load(Second, 7)]);
        TestFrames.Run(console, 60);
        Assert.Equal(30, console.Ram[First + 9]);
        Assert.InRange(console.Registers.Pc, 0xF800, 0xF8FF);
        Assert.True(console.RunFrame().IsPartial);
    }

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 3, 1)]
    [InlineData(3, 1, 3)]
    [InlineData(4, 3, 0)]
    [InlineData(5, 2, 0)]
    [InlineData(6, 3, 2)]
    [InlineData(7, 2, 3)]
    public void The_mode_chooses_what_both_halves_show(int mode, int low, int high)
    {
        AtariConsole console = Console(Numbered());
        TestFrames.Run(console, 1);
        console.Peek(0x1000 + (mode << 2));
        console.Peek(0x1FF8);
        const int Page = 0x300;
        Assert.Equal(low == 0 ? -1 : (low * 16) + 3, console.Peek(0x1000 + Page));
        byte upper = console.Peek(0x1800 + Page);
        Assert.Equal(high != 0, upper == (high * 16) + 3);
    }

    [Fact]
    public void Pages_go_where_the_header_says()
    {
        byte[] image = Numbered();
        (image[HeaderStart + 16], image[HeaderStart + 17]) = (image[HeaderStart + 17], image[HeaderStart + 16]);
        image[HeaderStart + 3] = 20;
        AtariConsole console = Console(image);
        TestFrames.Run(console, 1);
        console.Peek(0x100C);
        console.Peek(0x1FF8);
        Assert.Equal(0x11, console.Peek(0x1000));
        Assert.Equal(0x10, console.Peek(0x1100));
        Assert.Equal(0x33, console.Peek(0x1B00));
        Assert.NotEqual(0x34, console.Peek(0x1C00));
    }

    [Fact]
    public void A_state_of_a_Supercharger_goes_on_as_it_was()
    {
        byte[] image = [.. Load(Program, 0), .. Load(Second, 5, start: 0xF200)];
        AtariConsole saved = Console(image);
        TestFrames.Run(saved, 20);
        byte[] state = saved.Save();
        AtariConsole other = Console(image);
        TestFrames.Run(other, 45);
        other.Restore(state);
        TestFrames.Run(saved, 30);
        TestFrames.Run(other, 30);
        Assert.Equal(0x77, other.Ram[First + 10]);
        Assert.Equal(saved.Save(), other.Save());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Images_of_loads_are_recognised(int loads)
    {
        byte[] image = [.. Enumerable.Range(0, loads).SelectMany(_ => Numbered())];
        Assert.Equal(CartridgeType.AR, Console(image).CartridgeType);
    }

    private static AtariConsole Console(byte[] image) => new(image, new() { Format = TelevisionFormat.Ntsc });

    // A page of bank b and number p is full of 16 b + p; the program stands still.
    private static byte[] Numbered()
    {
        byte[] image = new byte[LoadSize];
        for (int page = 0; page < 24; page++)
        {
            int bank = page / 8;
            image.AsSpan(page * 256, 256).Fill((byte)((16 * (bank + 1)) + (page % 8)));
            image[HeaderStart + 16 + page] = (byte)(((page % 8) << 2) | bank);
        }

        // JMP $F2C0 at $F2C0.
        new byte[] { 0x4C, 0xC0, 0xF2 }.CopyTo(image, (2 * 256) + 0xC0);
        Finish(image, 0, 0xF2C0, 0x0C, 24);
        return image;
    }

    private static byte[] Load(string program, int number, int start = 0xF100)
    {
        byte[] image = new byte[LoadSize];
        Assembler.AssembleText(program.Replace("ASKED", "5", StringComparison.Ordinal)).Image.CopyTo(image, 0);
        for (int page = 0; page < 8; page++)
        {
            image[HeaderStart + 16 + page] = (byte)(page << 2);
        }

        Finish(image, number, start, Control, 8);
        return image;
    }

    private static void Finish(byte[] image, int number, int start, int control, int pages)
    {
        Span<byte> header = image.AsSpan(HeaderStart, 8);
        header[0] = (byte)start;
        header[1] = (byte)(start >> 8);
        header[2] = (byte)control;
        header[3] = (byte)pages;
        header[5] = (byte)number;
        int sum = 0;
        foreach (byte value in header)
        {
            sum += value;
        }

        header[4] = (byte)(0x55 - sum);
    }
}
