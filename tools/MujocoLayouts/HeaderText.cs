using System.Globalization;
using System.Text.RegularExpressions;

namespace GymSharp.MujocoLayouts;

/// <summary>The headers of one release: constants, enumerations, and the text of structures.</summary>
internal sealed partial class HeaderText
{
    private readonly Dictionary<string, long> constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> enumerations = new(StringComparer.Ordinal);
    private readonly HashSet<string> arenaMembers = new(StringComparer.Ordinal);
    private readonly string[] lines;

    /// <summary>Reads every header in a folder.</summary>
    public HeaderText(string folder)
    {
        lines = [.. Directory.GetFiles(folder, "*.h").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
        ReadDefinitions();
        ReadEnumerations();
        ReadArena();
    }

    /// <summary>The value of a name or of a product or shift of names and numbers.</summary>
    public long Constant(string expression) => TryConstant(expression)
        ?? throw new FormatException($"'{expression}' is no known constant.");

    /// <summary>The same, or null.</summary>
    public long? TryConstant(string expression)
    {
        if (expression.Split("<<") is [string left, string right])
        {
            return TryConstant(left) << (int?)TryConstant(right);
        }

        long product = 1;
        foreach (string factor in expression.Split('*', StringSplitOptions.TrimEntries))
        {
            string name = factor.Trim('(', ')', ' ');
            if (long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                || constants.TryGetValue(name, out number))
            {
                product *= number;
            }
            else
            {
                return null;
            }
        }

        return product;
    }

    /// <summary>The members of an enumeration in order; none where there is no such enumeration.</summary>
    public IReadOnlyList<string> EnumerationMembers(string name) => enumerations.GetValueOrDefault(name) ?? [];

    /// <summary>Whether a name is that of an enumeration.</summary>
    public bool IsEnumeration(string name) => enumerations.ContainsKey(name);

    /// <summary>Whether a member of mjData points into the arena.</summary>
    public bool IsInArena(string member) => arenaMembers.Contains(member);

    /// <summary>The lines between the braces of a structure.</summary>
    public IReadOnlyList<string> Body(string structure)
    {
        int first = Array.FindIndex(lines, line => Regex.IsMatch(line, $@"struct {structure}_\s*\{{")) + 1;
        int count = lines.Skip(first).TakeWhile(line => !line.StartsWith('}')).Count();
        return first > 0
            ? lines[first..(first + count)]
            : throw new FormatException($"There is no structure {structure}.");
    }

    private void ReadDefinitions()
    {
        foreach (string line in lines)
        {
            if (Definition().Match(line) is { Success: true } match && TryConstant(match.Groups[2].Value) is { } value)
            {
                constants.TryAdd(match.Groups[1].Value, value);
            }
        }
    }

    private void ReadEnumerations()
    {
        List<string>? current = null;
        long next = 0;
        foreach (string line in lines)
        {
            if (EnumerationStart().Match(line) is { Success: true } start)
            {
                current = enumerations[start.Groups[1].Value] = [];
                next = 0;
            }
            else if (line.StartsWith('}'))
            {
                current = null;
            }
            else if (current is not null && EnumerationMember().Match(line) is { Success: true } member)
            {
                // Unions of flags are not understood, and not needed.
                next = TryConstant(member.Groups[2].Value) ?? next;
                constants[member.Groups[1].Value] = next++;
                current.Add(member.Groups[1].Value);
            }
        }
    }

    // mjxmacro.h lists the members of the arena in macros of their own, a line each.
    private void ReadArena()
    {
        bool isInside = false;
        foreach (string line in lines)
        {
            isInside |= line.StartsWith("#define MJDATA_ARENA_POINTERS", StringComparison.Ordinal);
            if (isInside && MacroMember().Match(line) is { Success: true } match)
            {
                arenaMembers.Add(match.Groups[1].Value);
            }

            isInside &= line.TrimEnd().EndsWith('\\');
        }
    }

    [GeneratedRegex(@"^#define\s+(mj\w+)\s+([\w*()<]+)\s*(//.*)?$")]
    private static partial Regex Definition();

    [GeneratedRegex(@"^typedef enum (\w+?)_? \{")]
    private static partial Regex EnumerationStart();

    [GeneratedRegex(@"^\s*(mj\w+)\s*(?:=\s*([^,/]+))?\s*(?:,|//|$)")]
    private static partial Regex EnumerationMember();

    [GeneratedRegex(@"^\s*X\w*\s*\(\s*\w+\s*,\s*(\w+)\s*,")]
    private static partial Regex MacroMember();
}
