using System.Globalization;
using System.Text;

namespace GymSharp.MujocoLayouts;

/// <summary>One text for all releases: every line that some release has, in an order that fits them all.</summary>
internal static class LayoutFile
{
    private const string Explanation = """
        # Members of MuJoCo's structures, made from its public headers by tools/MujocoLayouts.
        # A member: name, type, length or shape. '*' points into the structure's own buffer, '&' into the arena.
        # After '@' stand the releases that have the line, where not all do. Offsets follow from C's alignment.

        """;

    /// <summary>Writes the text.</summary>
    public static string Write(IReadOnlyList<Release> releases)
    {
        StringBuilder text = new(Explanation.ReplaceLineEndings("\n"));
        foreach (Release release in releases)
        {
            text.Append(CultureInfo.InvariantCulture, $"release {release.Name} {release.Version}\n");
        }

        text.Append("constants\n");
        Append(text, releases, release => release.Constants);
        foreach (string structure in Release.Structures)
        {
            text.Append(CultureInfo.InvariantCulture, $"struct {structure}\n");
            Append(text, releases, release => release.Members(structure));
        }

        return text.ToString();
    }

    private static void Append(
        StringBuilder text, IReadOnlyList<Release> releases, Func<Release, IReadOnlyList<string>> choose)
    {
        List<(string Line, List<int> Releases)> merged = [];
        for (int i = 0; i < releases.Count; i++)
        {
            merged = Merge(merged, choose(releases[i]), i);
        }

        foreach ((string line, List<int> present) in merged)
        {
            string suffix = present.Count == releases.Count ? "" : " @" + Ranges(present, releases);
            text.Append(CultureInfo.InvariantCulture, $"{line}{suffix}\n");
        }
    }

    // Along a longest common subsequence; what only one side has keeps its place on that side.
    private static List<(string Line, List<int> Releases)> Merge(
        List<(string Line, List<int> Releases)> merged, IReadOnlyList<string> added, int release)
    {
        int[,] common = CommonLengths([.. merged.Select(entry => entry.Line)], added);
        List<(string Line, List<int> Releases)> result = [];
        int i = 0;
        int j = 0;
        while (i < merged.Count || j < added.Count)
        {
            if (i < merged.Count && j < added.Count && merged[i].Line == added[j])
            {
                merged[i].Releases.Add(release);
                result.Add(merged[i++]);
                j++;
            }
            else if (j == added.Count || (i < merged.Count && common[i + 1, j] >= common[i, j + 1]))
            {
                result.Add(merged[i++]);
            }
            else
            {
                result.Add((added[j++], [release]));
            }
        }

        return result;
    }

    private static int[,] CommonLengths(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        int[,] lengths = new int[left.Count + 1, right.Count + 1];
        for (int i = left.Count - 1; i >= 0; i--)
        {
            for (int j = right.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static string Ranges(List<int> present, IReadOnlyList<Release> releases)
    {
        List<string> ranges = [];
        for (int i = 0; i < present.Count;)
        {
            int end = i;
            while (end + 1 < present.Count && present[end + 1] == present[end] + 1)
            {
                end++;
            }

            string first = releases[present[i]].Name;
            ranges.Add(i == end ? first : $"{first}-{releases[present[end]].Name}");
            i = end + 1;
        }

        return string.Join(',', ranges);
    }
}
