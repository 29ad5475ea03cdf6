using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>Where generated code keeps the registers: in the processor's fields, or in locals of a routine.</summary>
internal sealed class CpuVariables
{
    private static readonly string[] Names =
    [
        nameof(Cpu6507.A), nameof(Cpu6507.X), nameof(Cpu6507.Y), nameof(Cpu6507.Sp), nameof(Cpu6507.Negative),
        nameof(Cpu6507.NotZero), nameof(Cpu6507.Carry), nameof(Cpu6507.Overflow), nameof(Cpu6507.Decimal),
        nameof(Cpu6507.Interrupt), nameof(Cpu6507.Cycles),
    ];

    private readonly Expression[] values;

    private CpuVariables(Expression cpu, Expression[] values)
    {
        Cpu = cpu;
        this.values = values;
    }

    /// <summary>The processor.</summary>
    public Expression Cpu { get; }

    public Expression A => values[0];

    public Expression X => values[1];

    public Expression Y => values[2];

    public Expression Sp => values[3];

    public Expression Negative => values[4];

    public Expression NotZero => values[5];

    public Expression Carry => values[6];

    public Expression Overflow => values[7];

    public Expression Decimal => values[8];

    public Expression Interrupt => values[9];

    public Expression Cycles => values[10];

    /// <summary>The program counter is only ever in its field.</summary>
    public Expression Pc => Expression.Field(Cpu, nameof(Cpu6507.Pc));

    /// <summary>The locals to declare, if they are locals.</summary>
    public IEnumerable<ParameterExpression> Locals => values.OfType<ParameterExpression>();

    /// <summary>The registers in the processor's own fields.</summary>
    public static CpuVariables Fields(Expression cpu) =>
        new(cpu, [.. Names.Select(name => (Expression)Expression.Field(cpu, name))]);

    /// <summary>The registers in locals.</summary>
    public static CpuVariables InLocals(Expression cpu) =>
        new(cpu, [.. Names.Select(name => (Expression)Expression.Variable(typeof(int), name))]);

    /// <summary>Copies each register from another place.</summary>
    public IEnumerable<Expression> AssignFrom(CpuVariables others) =>
        values.Zip(others.values, (value, other) => Expression.Assign(value, other));
}
