namespace GymSharp.Atari2600;

/// <summary>Where a line stands in time.</summary>
/// <param name="Drawn">How far it is drawn, in clocks from its start; negative on the first line shown.</param>
/// <param name="Hmove">When HMOVE was strobed last, in clocks from the line's start.</param>
internal readonly record struct LineTiming(int Drawn, int Hmove);
