namespace GymSharp.Environments.Box2D;

/// <summary>The playfield and the patches of grass on it, in metres.</summary>
internal static class RaceGround
{
    /// <summary>Width of a patch of grass, metres.</summary>
    public const double PatchSize = RacingScale.Playfield / 20.0;

    /// <summary>From the middle of a patch to its corners, metres.</summary>
    public const double PatchRadius = PatchSize * 0.7072;

    private static readonly (double X, double Y)[] Corners = MakeCorners();

    /// <summary>Patches of grass.</summary>
    public static int PatchCount => Corners.Length / 4;

    /// <summary>The corners of the playfield.</summary>
    public static (double X, double Y)[] Field { get; } =
    [
        (RacingScale.Playfield, RacingScale.Playfield), (RacingScale.Playfield, -RacingScale.Playfield),
        (-RacingScale.Playfield, -RacingScale.Playfield), (-RacingScale.Playfield, RacingScale.Playfield),
    ];

    /// <summary>The corners of a patch of grass.</summary>
    public static ReadOnlySpan<(double X, double Y)> Patch(int index) => Corners.AsSpan(4 * index, 4);

    private static (double X, double Y)[] MakeCorners()
    {
        List<(double X, double Y)> corners = [];
        for (int x = -20; x < 20; x += 2)
        {
            for (int y = -20; y < 20; y += 2)
            {
                (double left, double low) = ((PatchSize * x) + 0, (PatchSize * y) + 0);
                (double right, double high) = ((PatchSize * x) + PatchSize, (PatchSize * y) + PatchSize);
                corners.AddRange([(right, low), (left, low), (left, high), (right, high)]);
            }
        }

        return [.. corners];
    }
}
