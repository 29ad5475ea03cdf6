using System.Text.RegularExpressions;

namespace GymSharp.MujocoLayouts;

/// <summary>Turns the C text of a structure into lines: name, type, and the shape of arrays.</summary>
/// <param name="headers">The headers it is in.</param>
internal sealed partial class StructReader(HeaderText headers)
{
    private readonly List<string> result = [];
    private readonly List<(string Name, string Text)> nested = [];
    private bool isNested;

    /// <summary>The lines of a structure.</summary>
    public IReadOnlyList<string> Read(string structure)
    {
        IReadOnlyList<string> body = headers.Body(structure);
        for (int i = 0; i < body.Count; i++)
        {
            string next = i + 1 < body.Count ? body[i + 1] : "";
            ReadLine(body[i], next.TrimStart().StartsWith("//", StringComparison.Ordinal) ? next : "");
        }

        return result;
    }

    private void ReadLine(string line, string nextComment)
    {
        if (NestedStart().IsMatch(line))
        {
            isNested = true;
        }
        else if (NestedEnd().Match(line) is { Success: true } end)
        {
            result.AddRange(nested.Select(member => $"{end.Groups[1].Value}.{member.Name} {member.Text}"));
            nested.Clear();
            isNested = false;
        }
        else if (Member().Match(line) is { Success: true } member)
        {
            string shape = Shape().Match(line) is { Success: true } own ? Dimensions(own)
                : Shape().Match(nextComment) is { Success: true } later ? Dimensions(later) : "";
            foreach (string declarator in member.Groups[3].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                Add(declarator, Type(member.Groups[1].Value), member.Groups[2].Value.Length > 0, shape);
            }
        }
    }

    private void Add(string declarator, string type, bool isPointer, string shape)
    {
        string[] parts = declarator.Split('[', ']').Where(part => part.Trim().Length > 0).ToArray();
        string name = parts[0].Trim();
        long length = parts.Skip(1).Aggregate(1L, (product, part) => product * headers.Constant(part));
        string rest = (isPointer, parts.Length > 1) switch
        {
            (true, true) => $"pointer {length}",
            (true, false) => $"{type}{(headers.IsInArena(name) ? '&' : '*')}{shape}",
            (false, true) => $"{type} {length}",
            _ => type,
        };
        if (isNested)
        {
            nested.Add((name, rest));
        }
        else
        {
            result.Add($"{name} {rest}");
        }
    }

    // Column counts may be constants, whose values are written, or sizes of mjModel.
    private string Dimensions(Match shape)
    {
        string[] sizes = [.. shape.Groups.Values.Skip(1)
            .Select(group => headers.TryConstant(group.Value)?.ToString() ?? group.Value)];
        return sizes[1] == "1" ? $" {sizes[0]}" : $" {sizes[0]} {sizes[1]}";
    }

    private string Type(string name) => name switch
    {
        "mjtNum" => "double",
        "mjtByte" or "mjtBool" or "unsigned char" => "byte",
        "unsigned int" => "int",
        "mjtSize" or "size_t" or "uintptr_t" or "uint64_t" or "int64_t" => "long",
        _ => headers.IsEnumeration(name) ? "int" : name,
    };

    [GeneratedRegex(@"^\s*struct \{")]
    private static partial Regex NestedStart();

    [GeneratedRegex(@"^\s*\} (\w+);")]
    private static partial Regex NestedEnd();

    [GeneratedRegex(@"^\s*(?:const\s+)?(unsigned \w+|[A-Za-z]\w*)\s*(\*?)\s*([^;/()]+);")]
    private static partial Regex Member();

    [GeneratedRegex(@"\(([\w*]+) x ([\w*]+)\)")]
    private static partial Regex Shape();
}
