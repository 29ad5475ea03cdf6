namespace GymSharp.Atari2600.Assembly;

/// <summary>
/// A small assembler for the 6502 family in the syntax of dasm: labels in the first column, <c>.local</c> labels that
/// last until the next <c>SUBROUTINE</c> or the end of their macro, C-like expressions, segments, <c>ORG</c> and
/// <c>RORG</c>, data, macros, repetition, conditions and included files.
/// </summary>
/// <remarks>
/// A source is read until the addresses of all labels stand still; then once more, now writing bytes and taking an
/// unknown name as an error. Whether an operand is a zero-page address is decided by its value where it is known, and
/// taken as "no" where it is not known yet.
/// </remarks>
public static class Assembler
{
    private const int MostPasses = 16;

    /// <summary>Assembles a source text and what it includes.</summary>
    /// <param name="file">The name of the source text, handed to <paramref name="open"/>.</param>
    /// <param name="open">Gives the text of a file by its name, or null where there is none.</param>
    /// <returns>The image and the addresses of the names.</returns>
    /// <exception cref="AssemblyException">The text is wrong; the message says where and why.</exception>
    public static AssembledProgram Assemble(string file, Func<string, string?> open)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(open);
        SourceLibrary library = new(open);
        Dictionary<string, long> labels = [];
        for (int pass = 0; pass < MostPasses; pass++)
        {
            AssemblyPass reading = new(library, labels, strict: false);
            reading.Run(file);
            if (reading.AgreesWith(labels))
            {
                AssemblyPass writing = new(library, labels, strict: true);
                writing.Run(file);
                return writing.Finish();
            }

            labels = reading.Labels;
        }

        throw new AssemblyException(
            file, 1, 1, $"the addresses still move after {MostPasses} passes; a label's place depends on itself.");
    }

    /// <summary>Assembles a source text that includes nothing.</summary>
    /// <param name="source">The text.</param>
    /// <returns>The image and the addresses of the names.</returns>
    /// <exception cref="AssemblyException">The text is wrong; the message says where and why.</exception>
    public static AssembledProgram AssembleText(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        const string Name = "source";
        return Assemble(Name, file => file == Name ? source : null);
    }
}
