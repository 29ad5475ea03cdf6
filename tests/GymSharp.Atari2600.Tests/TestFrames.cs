namespace GymSharp.Atari2600;

/// <summary>What test programs and their tests share: a television picture without content.</summary>
internal static class TestFrames
{
    /// <summary>
    /// Three lines of synchronisation, then 250 lines, at the label <c>frame</c>; the program counts and goes back to it.
    /// </summary>
    public const string Loop = """
        frame   lda #2
                sta $00
                sta $02
                sta $02
                sta $02
                lda #0
                sta $00
                ldx #250
        line    sta $02
                dex
                bne line

        """;

    /// <summary>Runs a console for a number of frames.</summary>
    public static void Run(AtariConsole console, int count)
    {
        for (int i = 0; i < count; i++)
        {
            console.RunFrame();
        }
    }
}
