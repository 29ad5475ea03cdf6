using System.Globalization;

namespace GymSharp.MujocoLayouts;

/// <summary>What the layout file says of one release.</summary>
/// <param name="name">The release, such as 2.2.2.</param>
/// <param name="headers">Its headers.</param>
internal sealed class Release(string name, HeaderText headers)
{
    // Enumerations whose values moved between releases and which are used by name.
    private static readonly string[] Enumerations = ["mjtObj", "mjtWarning"];

    /// <summary>Structures, each after those it contains.</summary>
    public static IReadOnlyList<string> Structures { get; } =
    [
        "mjVFS", "mjOption", "mjVisual", "mjStatistic", "mjModel", "mjContact", "mjWarningStat", "mjTimerStat",
        "mjSolverStat", "mjData", "mjvCamera", "mjvGLCamera", "mjvOption", "mjvPerturb", "mjvGeom", "mjvLight",
        "mjvScene", "mjrRect", "mjrContext",
    ];

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>What <c>mj_version</c> answers.</summary>
    public long Version { get; } = headers.Constant("mjVERSION_HEADER");

    /// <summary>A line for each constant of the enumerations.</summary>
    public IReadOnlyList<string> Constants { get; } = [.. Enumerations
        .SelectMany(headers.EnumerationMembers)
        .Select(constant => string.Create(CultureInfo.InvariantCulture, $"{constant} {headers.Constant(constant)}"))];

    /// <summary>A line for each member of a structure.</summary>
    public IReadOnlyList<string> Members(string structure) => new StructReader(headers).Read(structure);
}
