using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600.Tests.Assembly;

public sealed class AssemblerTests
{
    [Theory]
    [InlineData("1+2*3", 7)]
    [InlineData("(1+2)*3", 9)]
    [InlineData("[1+2]*3", 9)]
    [InlineData("100-7-3", 90)]
    [InlineData("17/5%2", 1)]
    [InlineData("1<<4|1", 17)]
    [InlineData("$F0&%00110000", 0x30)]
    [InlineData("$FF^$0F", 0xF0)]
    [InlineData("<$1234", 0x34)]
    [InlineData(">$1234", 0x12)]
    [InlineData("<$12FF+1", 0x100)]
    [InlineData("~0&$FF", 0xFF)]
    [InlineData("-1+2", 1)]
    [InlineData("!5+!0", 1)]
    [InlineData("3<4", 1)]
    [InlineData("3>=4", 0)]
    [InlineData("2=2&&3!=3||1", 1)]
    [InlineData("'A+1", 66)]
    [InlineData("*+1", 0xF001)]
    [InlineData(".+2", 0xF002)]
    public void Expressions_have_the_ranks_of_C(string expression, int value) =>
        Assert.Equal([(byte)value, (byte)(value >> 8)], Image($" org $F000\n .word {expression}"));

    [Theory]
    [InlineData("lda #1", 0xA9, 1)]
    [InlineData("lda $80", 0xA5, 0x80)]
    [InlineData("LDA $80,X", 0xB5, 0x80)]
    [InlineData("ldx $80,y", 0xB6, 0x80)]
    [InlineData("lda $1234", 0xAD, 0x34, 0x12)]
    [InlineData("lda $80,y", 0xB9, 0x80, 0)]
    [InlineData("sta.w $80", 0x8D, 0x80, 0)]
    [InlineData("sta.wy $80,y", 0x99, 0x80, 0)]
    [InlineData("lda ($80),y", 0xB1, 0x80)]
    [InlineData("lda ($80,x)", 0xA1, 0x80)]
    [InlineData("lda (2+2)*2", 0xA5, 8)]
    [InlineData("jmp ($1234)", 0x6C, 0x34, 0x12)]
    [InlineData("jmp $12", 0x4C, 0x12, 0)]
    [InlineData("asl", 0x0A)]
    [InlineData("bne *", 0xD0, 0xFE)]
    [InlineData("dcp $80", 0xC7, 0x80)]
    [InlineData("lax ($80),y", 0xB3, 0x80)]
    [InlineData("nop $80", 0x04, 0x80)]
    public void An_operand_chooses_its_mode(string line, params int[] bytes) =>
        Assert.Equal(bytes.Select(value => (byte)value), Image($" org $F000\n {line}"));

    [Fact]
    public void A_zero_page_address_defined_later_takes_the_short_mode() =>
        Assert.Equal([0xA5, 0x80], Image(" org $F000\n lda later\nlater = $80"));

    [Fact]
    public void Local_labels_end_at_the_next_subroutine_and_macros_have_their_own() => Assert.Equal(
        [0xCA, 0xD0, 0xFD, 0xCA, 0xD0, 0xFD, 0xCA, 0xD0, 0xFB, 0x88, 0xD0, 0xFD],
        Image("""
             MAC down
            .a dex
             bne .a
             ENDM
             org $F000
             down
            .a down
             dex
             bne .a+1
            next subroutine
            .a dey
             bne .a
            """));

    [Fact]
    public void Macros_take_arguments_with_commas_in_brackets() => Assert.Equal(
        [3, 2, 9],
        Image(" MAC two\n .byte {2},{1}\n ENDM\n org 0\n two 2,(1+2)\n .byte 9"));

    [Fact]
    public void Repetition_counts_with_a_variable() => Assert.Equal(
        [0, 1, 4, 9],
        Image(" org 0\n.i SET 0\n REPEAT 4\n .byte .i*.i\n.i SET .i+1\n REPEND"));

    [Fact]
    public void Conditions_nest_and_only_one_branch_is_read() => Assert.Equal(
        [2, 3],
        Image(" org 0\n IF 0\n nonsense\n IF 1\n .byte 1\n ENDIF\n ELSE\n .byte 2\n IF 1\n .byte 3\n ENDIF\n ENDIF"));

    [Fact]
    public void Segments_keep_their_place_and_uninitialised_ones_write_nothing()
    {
        AssembledProgram program = Assembler.AssembleText(
            " seg.u ram\n org $80\na ds 2\n seg code\n org $F000\n lda b\n seg.u ram\nb ds 1");
        Assert.Equal([0xA5, 0x82], program.Image);
        Assert.Equal(0x82, program.Symbols["b"]);
    }

    [Fact]
    public void Relocated_code_lands_in_the_image_where_ORG_says() => Assert.Equal(
        [0x4C, 3, 0xF0, 0x4C, 3, 0xF0],
        Image(" org 0\n rorg $F000\n jmp here\nhere jmp here\n rend"));

    [Fact]
    public void Gaps_are_filled_and_strings_are_bytes() => Assert.Equal(
        [0x41, 0x3B, 0xFF, 0xFF, 0, 0, 7, 9],
        Image(" org $F000\n .byte \"A;\" ; text\n org $F004\n ds 2\n align 2\n ds 1,7\n .byte 9"));

    [Fact]
    public void Files_are_included()
    {
        AssembledProgram program = Assembler.Assemble(
            "main", name => name == "main" ? " org 0\n include \"part\"\n .byte x" : name == "part" ? "x = 5" : null);
        Assert.Equal([5], program.Image);
    }

    [Theory]
    [InlineData(" org 0\n lda #256", 2, 6, "does not fit into a byte")]
    [InlineData(" org 0\n lda #x", 2, 7, "'x' is not defined")]
    [InlineData(" org 0\n lda #1 2", 2, 9, "expected the end of the line, found '2'")]
    [InlineData(" org 0\n lda (1,y)", 2, 9, "expected 'x', found 'y)'")]
    [InlineData(" org 0\n stx $1234,x", 2, 6, "no such addressing mode")]
    [InlineData(" org 0\n sta", 2, 5, "sta needs an operand")]
    [InlineData(" org 0\n bne *+200", 2, 6, "reaches from -128 to 127")]
    [InlineData(" org 0\n frob", 2, 2, "'frob' is no instruction")]
    [InlineData(" org 0\n .byte 1/0", 2, 9, "division by zero")]
    [InlineData(" org 0\n .byte $", 2, 9, "expected digits of base 16")]
    [InlineData(" org 0\n .byte \"a", 2, 8, "expected a second")]
    [InlineData(" org 0\na nop\na nop", 3, 1, "already has another value")]
    [InlineData(" org 0\n3a nop", 2, 1, "is no name")]
    [InlineData(" nop", 1, 1, "ORG must come first")]
    [InlineData(" org 5\n nop\n org 5", 3, 1, "ORG must rise")]
    [InlineData(" org 0\n IF 1\n nop", 2, 1, "IF without ENDIF")]
    [InlineData(" org 0\n ENDIF", 2, 2, "ENDIF without IF")]
    [InlineData(" org 0\n REPEAT 2\n nop", 2, 1, "expected REPEND")]
    [InlineData(" org 0\n REPEAT 99999\n nop\n REPEND", 2, 9, "REPEAT takes a number")]
    [InlineData(" include \"none\"", 1, 10, "no file 'none'")]
    [InlineData(" processor z80", 1, 12, "expected the processor 6502")]
    [InlineData(" org 0\n ERR too big", 2, 2, "too big")]
    [InlineData(" MAC m\n .byte {2}\n ENDM\n org 0\n m 1", 5, 4, "needs argument 2; 1 were given")]
    [InlineData(" MAC m\n m\n ENDM\n org 0\n m", 2, 2, "nested more than")]
    public void An_error_says_where_and_what_was_expected(string source, int line, int column, string problem)
    {
        AssemblyException error = Assert.Throws<AssemblyException>(() => Assembler.AssembleText(source));
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_macro_tells_who_called_it()
    {
        AssemblyException error = Assert.Throws<AssemblyException>(
            () => Assembler.AssembleText(" MAC m\n lda #{1}\n ENDM\n org 0\n m 300"));
        Assert.Equal(2, error.Line);
        Assert.Contains("In m, called at source(5)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_whose_place_depends_on_itself_is_an_error()
    {
        AssemblyException error = Assert.Throws<AssemblyException>(
            () => Assembler.AssembleText(" org 0\n ds 1-(end&1)\nend nop"));
        Assert.Contains("depends on itself", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Image(string source) => Assembler.AssembleText(source).Image;
}
