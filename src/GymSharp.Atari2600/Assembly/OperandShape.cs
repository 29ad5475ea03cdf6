namespace GymSharp.Atari2600.Assembly;

/// <summary>How an operand is written, before its value decides between zero page and absolute.</summary>
internal enum OperandShape
{
    None,
    Immediate,
    Direct,
    DirectX,
    DirectY,
    Indirect,
    IndirectX,
    IndirectY,
}
