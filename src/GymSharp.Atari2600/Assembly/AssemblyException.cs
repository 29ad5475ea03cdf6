namespace GymSharp.Atari2600.Assembly;

/// <summary>A source text that cannot be assembled: where, what was wrong and what was expected.</summary>
public sealed class AssemblyException : Exception
{
    /// <summary>An error at a place in a source text.</summary>
    /// <param name="file">The name of the source text.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The column, counted from 1.</param>
    /// <param name="problem">What was wrong and what was expected.</param>
    public AssemblyException(string file, int line, int column, string problem)
        : base($"{file}({line},{column}): {problem}")
    {
        File = file;
        Line = line;
        Column = column;
        Problem = problem;
    }

    /// <summary>The name of the source text, as it was opened.</summary>
    public string File { get; }

    /// <summary>The line of the error, counted from 1; inside a macro, the line of its definition.</summary>
    public int Line { get; }

    /// <summary>The column of the error, counted from 1, after the arguments of a macro were filled in.</summary>
    public int Column { get; }

    /// <summary>What was wrong and what was expected, without the place.</summary>
    public string Problem { get; }

    /// <summary>The same error, with the line that called the macro it happened in.</summary>
    internal AssemblyException In(string macro, SourceLine call) =>
        new(File, Line, Column, $"{Problem} In {macro}, called at {call.File}({call.Number}).");
}
