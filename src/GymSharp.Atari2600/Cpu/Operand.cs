using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>An operand in memory, as generated code sees it.</summary>
/// <param name="Address">Its address, cheap to evaluate again.</param>
/// <param name="LastByte">The byte on the data bus before the access.</param>
/// <param name="Mode">How the address came about.</param>
/// <param name="Base">The address without index, where it is known beforehand.</param>
internal sealed record Operand(Expression Address, Expression LastByte, AddressingMode Mode, int? Base);
