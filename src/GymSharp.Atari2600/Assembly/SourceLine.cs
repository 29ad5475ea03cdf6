namespace GymSharp.Atari2600.Assembly;

/// <summary>One line of a source text, with the place it is known by in errors.</summary>
internal sealed record SourceLine(string File, int Number, string Text)
{
    /// <summary>An error at a column of this line, counted from 0.</summary>
    public AssemblyException Error(int column, string problem) => new(File, Number, column + 1, problem);
}
