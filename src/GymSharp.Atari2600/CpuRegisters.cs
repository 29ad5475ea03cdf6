namespace GymSharp.Atari2600;

/// <summary>The processor's registers between two instructions.</summary>
/// <param name="Pc">Program counter.</param>
/// <param name="A">Accumulator.</param>
/// <param name="X">Index X.</param>
/// <param name="Y">Index Y.</param>
/// <param name="Sp">Stack pointer.</param>
/// <param name="P">Status: N V 1 1 D I Z C.</param>
public readonly record struct CpuRegisters(ushort Pc, byte A, byte X, byte Y, byte Sp, byte P);
