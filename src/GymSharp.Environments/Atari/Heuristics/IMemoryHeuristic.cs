namespace GymSharp.Environments.Atari.Heuristics;

/// <summary>A hand-written player that reads the console's memory.</summary>
internal interface IMemoryHeuristic
{
    /// <summary>Chooses an action.</summary>
    /// <param name="memory">The 128 bytes of the console's memory.</param>
    AtariAction Choose(ReadOnlySpan<byte> memory);
}
