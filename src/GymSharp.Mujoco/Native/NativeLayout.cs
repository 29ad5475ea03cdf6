using System.Globalization;

namespace GymSharp.Mujoco.Native;

/// <summary>The structures and constants of one release of the library.</summary>
internal sealed class NativeLayout
{
    private const string Resource = "GymSharp.Mujoco.layouts.txt";
    private static readonly string[] Lines = ReadLines();
    private static readonly string[] Order = [.. Header().Select(static words => words[1])];
    private readonly Dictionary<string, NativeStruct> structs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> constants = new(StringComparer.Ordinal);

    private NativeLayout(string release, int headerVersion) => (Release, HeaderVersion) = (release, headerVersion);

    /// <summary>The releases for which there is a table, oldest first.</summary>
    public static IReadOnlyList<string> Releases => Order;

    /// <summary>The release, such as 2.2.2.</summary>
    public string Release { get; }

    /// <summary>What the library's <c>mj_version</c> answers.</summary>
    public int HeaderVersion { get; }

    /// <summary>The structure of a name.</summary>
    /// <exception cref="MujocoException">The table has none.</exception>
    public NativeStruct this[string name] => structs.GetValueOrDefault(name)
        ?? throw new MujocoException($"The table of MuJoCo {Release} has no structure '{name}'.");

    /// <summary>The value of a constant, such as <c>mjOBJ_BODY</c>.</summary>
    /// <exception cref="MujocoException">The table has none.</exception>
    public int Constant(string name) => constants.TryGetValue(name, out int value)
        ? value
        : throw new MujocoException($"The table of MuJoCo {Release} has no constant '{name}'.");

    /// <summary>The layout of a release, or null when it is not known.</summary>
    /// <param name="headerVersion">What <c>mj_version</c> answered.</param>
    public static NativeLayout? Find(int headerVersion)
    {
        string[]? words = Header().FirstOrDefault(words => Number(words[2]) == headerVersion);
        if (words is null)
        {
            return null;
        }

        NativeLayout layout = new(words[1], headerVersion);
        layout.ReadBody();
        return layout;
    }

    private static string[] ReadLines()
    {
        using Stream stream = typeof(NativeLayout).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string[]> Header() => Lines
        .Where(static line => line.StartsWith("release ", StringComparison.Ordinal))
        .Select(static line => line.Split(' '));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private void ReadBody()
    {
        int release = IndexOf(Release);
        NativeStruct? current = null;
        foreach (string line in Lines.SkipWhile(static line => line != "constants").Skip(1))
        {
            string[] words = line.Split(' ');
            if (words[^1][0] == '@')
            {
                if (!Includes(words[^1][1..], release))
                {
                    continue;
                }

                words = words[..^1];
            }

            if (words[0] == "struct")
            {
                current = new(words[1]);
                structs.Add(current.Name, current);
            }
            else if (current is null)
            {
                constants.Add(words[0], Number(words[1]));
            }
            else
            {
                Append(current, new(words[0], words[1], 0, At(words, 2), At(words, 3)));
            }
        }
    }

    private void Append(NativeStruct target, NativeMember member)
    {
        (int size, int alignment) = member.IsPointer ? (nint.Size, nint.Size) : SizeOf(member.Type);
        int count = member.IsPointer ? 1 : Number(member.Rows) * Number(member.Columns);
        target.Append(member, size * count, alignment);
    }

    private (int Size, int Alignment) SizeOf(string type) => type switch
    {
        "double" or "long" or "pointer" => (8, 8),
        "int" or "float" => (4, 4),
        "byte" or "char" => (1, 1),
        _ => (this[type].Size, this[type].Alignment),
    };

    // Releases as written behind the sign: single ones and ranges, with commas between.
    private static bool Includes(string ranges, int release) => ranges.Split(',').Any(range =>
    {
        string[] ends = range.Split('-');
        return IndexOf(ends[0]) <= release && release <= IndexOf(ends[^1]);
    });

    private static int IndexOf(string release) => Array.IndexOf(Order, release);

    private static string At(string[] words, int index) => index < words.Length ? words[index] : "1";
}
