namespace GymSharp.Atari2600.Assembly;

/// <summary>How an instruction finds its operand.</summary>
internal enum AddressMode
{
    Implied,
    Immediate,
    ZeroPage,
    ZeroPageX,
    ZeroPageY,
    Absolute,
    AbsoluteX,
    AbsoluteY,
    Indirect,
    IndirectX,
    IndirectY,
    Relative,
}
