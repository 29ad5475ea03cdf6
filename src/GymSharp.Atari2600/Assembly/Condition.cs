namespace GymSharp.Atari2600.Assembly;

/// <summary>An open <c>IF</c>: whether the lines now read apply, and whether its <c>ELSE</c> may.</summary>
internal sealed record Condition(SourceLine Line, bool Applies, bool ElseApplies);
