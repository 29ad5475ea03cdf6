using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>Generates code for reads and writes. This one calls the processor's methods for each.</summary>
/// <param name="variables">Where the registers are.</param>
internal class BusCode(CpuVariables variables)
{
    /// <summary>Where the registers are.</summary>
    protected CpuVariables R => variables;

    /// <summary>Code that gives the byte at an address.</summary>
    public virtual Expression Read(Operand operand) => Expression.Call(
        variables.Cpu, nameof(Cpu6507.Read), null, operand.Address, operand.LastByte);

    /// <summary>Code that writes a byte.</summary>
    public virtual Expression Write(Operand operand, Expression value) => Expression.Call(
        variables.Cpu, nameof(Cpu6507.Write), null, operand.Address, value);
}
