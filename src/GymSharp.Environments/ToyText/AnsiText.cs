namespace GymSharp.Environments.ToyText;

/// <summary>Colours in text, as terminals understand them (ECMA-48 SGR).</summary>
internal static class AnsiText
{
    public const int Red = 31;
    public const int Green = 32;
    public const int Yellow = 33;
    public const int Blue = 34;
    public const int Magenta = 35;

    /// <summary>Text in a colour.</summary>
    public static string Colored(string text, int color, bool bold = false) =>
        $"\u001b[{color}{(bold ? ";1" : "")}m{text}\u001b[0m";

    /// <summary>Text on a background of a colour.</summary>
    public static string Highlighted(string text, int color) => Colored(text, color + 10);
}
