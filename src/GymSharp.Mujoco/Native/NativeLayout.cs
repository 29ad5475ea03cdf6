using System.Globalization;
using System.Reflection;

namespace GymSharp.Mujoco.Native;

/// <summary>The structures and constants of one release of the library.</summary>
internal sealed class NativeLayout
{
    private const string Folder = "GymSharp.Mujoco.Layouts.";
    private readonly Dictionary<string, NativeStruct> structs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> constants = new(StringComparer.Ordinal);

    private NativeLayout(string release, int headerVersion) => (Release, HeaderVersion) = (release, headerVersion);

    /// <summary>The release, such as 2.2.2.</summary>
    public string Release { get; }

    /// <summary>What the library's <c>mj_version</c> answers.</summary>
    public int HeaderVersion { get; }

    /// <summary>The releases for which there is a table.</summary>
    public static IReadOnlyList<string> Releases { get; } = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^".txt".Length])
        .OrderBy(Version.Parse)];

    /// <summary>The structure of a name.</summary>
    /// <exception cref="MujocoException">The table has none.</exception>
    public NativeStruct this[string name] => structs.GetValueOrDefault(name)
        ?? throw new MujocoException($"The table of MuJoCo {Release} has no structure '{name}'.");

    /// <summary>The value of a constant of an enumeration, such as <c>mjOBJ_BODY</c>.</summary>
    public int Constant(string name) => constants.TryGetValue(name, out int value)
        ? value
        : throw new MujocoException($"The table of MuJoCo {Release} has no constant '{name}'.");

    /// <summary>The layout of a release, or null when it is not known.</summary>
    /// <param name="headerVersion">What <c>mj_version</c> answered.</param>
    public static NativeLayout? Find(int headerVersion) =>
        Releases.Select(Read).FirstOrDefault(layout => layout.HeaderVersion == headerVersion);

    private static NativeLayout Read(string release)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{release}.txt")!;
        using StreamReader reader = new(stream);
        NativeLayout? layout = null;
        NativeStruct? current = null;
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            switch (words[0])
            {
                case "release":
                    layout = new(words[1], Number(words[2]));
                    break;
                case "enum":
                    layout!.constants.Add(words[1], Number(words[2]));
                    break;
                case "struct":
                    current = new(words[1], Number(words[2]));
                    layout!.structs.Add(current.Name, current);
                    break;
                default:
                    current!.Add(new(words[0], words[1], Number(words[2]), At(words, 3), At(words, 4)));
                    break;
            }
        }

        return layout!;
    }

    private static string At(string[] words, int index) => index < words.Length ? words[index] : "1";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
