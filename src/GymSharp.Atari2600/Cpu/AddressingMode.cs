namespace GymSharp.Atari2600;

/// <summary>Where an instruction finds its operand.</summary>
internal enum AddressingMode
{
    Imp, Acc, Imm, Rel, Zp, Zpx, Zpy, Abs, Abx, Aby, Ind, Izx, Izy,
}
