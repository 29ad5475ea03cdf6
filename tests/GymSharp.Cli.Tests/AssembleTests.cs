using GymSharp.Cli.Running;

namespace GymSharp.Cli;

public sealed class AssembleTests : Workplace
{
    [Fact]
    public void Sources_become_an_image()
    {
        File.WriteAllText(this["game.asm"], " include \"part.inc\"\n org $F000\n lda #number\n");
        File.WriteAllText(this["part.inc"], "number = 7\n");
        Run("atari assemble game.asm --output game.bin").Succeeded();
        Assert.Equal([0xA9, 7], File.ReadAllBytes(this["game.bin"]));
    }

    [Fact]
    public void A_mistake_is_shown_with_its_place_and_nothing_is_written()
    {
        File.WriteAllText(this["game.asm"], " org $F000\n lda #number\n");
        Run("atari assemble game.asm --output game.bin").FailedWith("game.asm(2,7)", "'number' is not defined");
        Assert.False(File.Exists(this["game.bin"]));
    }
}
