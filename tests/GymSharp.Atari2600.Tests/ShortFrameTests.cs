using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600;

/// <summary>Frames of which a program draws fewer lines than the screen has.</summary>
public sealed class ShortFrameTests
{
    // Every fourth frame has 100 lines; the colour of a frame is its number.
    private const string Program = """
                processor 6502
                org $F000
        start   sei
                cld
                lda #0
                sta $80
        frame   lda #2
                sta $00
                sta $02
                sta $02
                sta $02
                lda #0
                sta $00
                sta $01
                inc $80
                lda $80
                asl
                asl
                sta $09
                ldx #250
                lda $80
                and #3
                bne line
                ldx #100
        line    sta $02
                dex
                bne line
                jmp frame
                org $FFFC
                .word start
                .word start
        """;

    [Fact]
    public void Lines_that_a_frame_does_not_reach_show_the_frame_before_the_last()
    {
        AtariConsole console = new(Assembler.Assemble("short.asm", _ => Program).Image);
        const int Last = 209 * AtariConsole.Width;
        byte[] bottoms = new byte[40];
        for (int i = 0; i < bottoms.Length; i++)
        {
            console.RunFrame();
            bottoms[i] = console.Screen[Last];
            bool isShort = (console.Ram[0] & 3) == 0;
            if (i >= 8)
            {
                Assert.Equal(isShort, bottoms[i] == bottoms[i - 2]);
            }
        }
    }

    [Fact]
    public void Rows_with_the_same_stamp_have_the_same_pixels()
    {
        AtariConsole console = new(File.ReadAllBytes(
            Path.Combine(Golden.GoldenData.RepositoryRoot, "ale", "roms", "tia_fuzz.bin")));
        Dictionary<long, byte[]> rows = [];
        int repeated = 0;
        for (int i = 0; i < 60; i++)
        {
            console.RunFrame();
            for (int row = 0; row < console.Height; row++)
            {
                long stamp = console.RowStamps[row];
                ReadOnlySpan<byte> pixels = console.Screen.Slice(row * AtariConsole.Width, AtariConsole.Width);
                if (stamp != 0 && !rows.TryAdd(stamp, pixels.ToArray()))
                {
                    Assert.True(pixels.SequenceEqual(rows[stamp]));
                    repeated++;
                }
            }
        }

        Assert.True(repeated > 0);
    }
}
