using FsCheck;
using FsCheck.Fluent;
using GymSharp.Atari2600.Assembly;

namespace GymSharp.Atari2600.Tests.Assembly;

public sealed class AssemblerFuzzTests
{
    private static readonly string[] Pieces =
    [
        "lda", "sta", "bne", "jmp", "org", "rorg", "rend", "seg", "seg.u", "ds", "align", ".byte", ".word",
        "REPEAT", "REPEND", "MAC", "ENDM", "m", "IF", "ELSE", "ENDIF", "SET", "=", "EQU", "subroutine", "include",
        "ERR", "a", "b", ".c", "main", "$FFFF", "65535", "%101", "0", "1", "-1", "4294967295", "99999999999", "+",
        "-", "*", "/", "%", "<", ">", "<<", ">>", "(", ")", "[", "]", ",", "#", "x", "y", "{1}", "{0}", "{", "}",
        "'", "\"", ";", ":", ".", "~", "!", "&&", "||", "==",
    ];

    [Fact]
    public void Random_text_gives_an_image_or_a_clear_error() =>
        Prop.ForAll(Text(), GivesImageOrError).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Random_characters_give_an_image_or_a_clear_error() =>
        Prop.ForAll<string>(text => GivesImageOrError(text ?? string.Empty))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Theory]
    [InlineData(" org 0\n REPEAT 60000\n REPEAT 60000\n nop\n REPEND\n REPEND")]
    [InlineData(" org 0\n REPEAT 60000\n REPEAT 60000\n REPEND\n REPEND")]
    [InlineData(" org 0\n ds 1000000\n ds 1000000")]
    [InlineData(" MAC m\n m\n m\n ENDM\n org 0\n m")]
    [InlineData(" include \"source\"\n include \"source\"")]
    [InlineData(" org 0\n nop\n org $7FFFFFFF\n nop")]
    public void What_would_never_end_is_refused(string source) =>
        Assert.Throws<AssemblyException>(() => Assembler.AssembleText(source));

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    [InlineData('<')]
    public void Deep_nesting_is_refused(char character) => Assert.Throws<AssemblyException>(
        () => Assembler.AssembleText($" org 0\n .byte {new string(character, 100_000)}1"));

    private static bool GivesImageOrError(string source)
    {
        try
        {
            return Assembler.AssembleText(source).Image is not null;
        }
        catch (AssemblyException error)
        {
            return error.Line >= 1 && error.Column >= 1 && error.Problem.Length > 0;
        }
    }

    private static Arbitrary<string> Text()
    {
        Gen<string> line =
            from start in Gen.Elements(" ", " ", "a ", ".c ", "b")
            from words in Gen.ListOf(Gen.Elements(Pieces))
            from glue in Gen.Elements(" ", string.Empty)
            select start + string.Join(glue, words.Take(8));
        return Gen.ListOf(line).Select(lines => " org 0\n" + string.Join('\n', lines)).ToArbitrary();
    }
}
