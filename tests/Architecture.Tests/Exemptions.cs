namespace GymSharp.Architecture;

/// <summary>What may exceed a budget, and why.</summary>
internal static class Exemptions
{
    public static IReadOnlyList<(string Path, string? Method, string Reason)> All { get; } =
    [
        ("src/GymSharp.Neural/Kernels/Panel512.cs", "Full32", "sixteen accumulators, one line each"),
        ("src/GymSharp.Neural/Kernels/Panel512.cs", "Full16", "eight accumulators, one line each"),
        ("src/GymSharp.Neural/Kernels/LivePanel512.cs", "Run", "sixteen accumulators, one line each"),
        ("src/GymSharp.Neural/Kernels/Direct512.cs", "Forward32", "sixteen accumulators, one line each"),
        ("src/GymSharp.Neural/Kernels/Direct512.cs", "Forward16", "eight accumulators, one line each"),
        ("src/GymSharp.Neural/Kernels/Direct512.cs", "Gradient32", "sixteen accumulators, one line each"),
    ];

    /// <summary>Whether a file (method null) or a method in it is exempt.</summary>
    public static bool Covers(string path, string? method) =>
        All.Any(exemption => exemption.Path == path && exemption.Method == method);
}
