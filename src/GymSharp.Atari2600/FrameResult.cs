namespace GymSharp.Atari2600;

/// <summary>What one call of <see cref="AtariConsole.RunFrame"/> did.</summary>
/// <param name="IsPartial">
/// Whether the instruction limit or a stopped processor ended the call before the frame.
/// </param>
/// <param name="Instructions">Instructions executed.</param>
/// <param name="Cycles">Processor cycles since the start of the frame.</param>
/// <param name="Scanlines">Whole lines since the start of the frame.</param>
public readonly record struct FrameResult(bool IsPartial, int Instructions, int Cycles, int Scanlines);
