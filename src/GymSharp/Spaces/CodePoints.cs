using System.Text;

namespace GymSharp.Spaces;

/// <summary>Text as Python sees it: a sequence of code points.</summary>
internal static class CodePoints
{
    /// <summary>Order of Python's strings.</summary>
    public static int Compare(string left, string right)
    {
        StringRuneEnumerator others = right.EnumerateRunes();
        foreach (Rune rune in left.EnumerateRunes())
        {
            if (!others.MoveNext())
            {
                return 1;
            }

            int order = rune.CompareTo(others.Current);
            if (order != 0)
            {
                return order;
            }
        }

        return others.MoveNext() ? -1 : 0;
    }

    /// <summary>Python's <c>repr</c> of text: single quotes, unless it holds one and no double quote.</summary>
    public static string Quote(string text)
    {
        char quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        StringBuilder quoted = new();
        quoted.Append(quote);
        foreach (char letter in text)
        {
            quoted.Append(letter switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\\' => "\\\\",
                _ when letter == quote => "\\" + letter,
                < ' ' or '\x7f' => $"\\x{(int)letter:x2}",
                _ => letter.ToString(),
            });
        }

        return quoted.Append(quote).ToString();
    }
}
