namespace GymSharp.Cli.Output;

/// <summary>Words as a shell reads them, for commands that are shown to be repeated.</summary>
internal static class ShellText
{
    private const string Harmless = "-_./=:,+@%";

    /// <summary>Puts quotes around a word that a shell would take apart.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(IsHarmless)
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsHarmless(char letter) =>
        char.IsLetterOrDigit(letter) || Harmless.Contains(letter, StringComparison.Ordinal);
}
