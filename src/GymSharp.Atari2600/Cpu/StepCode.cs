using System.Linq.Expressions;

namespace GymSharp.Atari2600;

/// <summary>Code that executes one instruction anywhere in memory, compiled when it is first met.</summary>
internal static class StepCode
{
    private static readonly Action<Cpu6507>?[] Compiled = new Action<Cpu6507>?[256];

    /// <summary>
    /// The code of an opcode. It expects the program counter behind the opcode and leaves it at the next.
    /// </summary>
    public static Action<Cpu6507> Of(int opcode) => Compiled[opcode] ??= Compile(Opcode.All[opcode]);

    private static Action<Cpu6507> Compile(Opcode opcode)
    {
        ParameterExpression cpu = Expression.Parameter(typeof(Cpu6507), "cpu");
        CpuVariables r = CpuVariables.Fields(cpu);
        BusCode bus = new(r);
        ParameterExpression low = Code.Local("low");
        ParameterExpression high = Code.Local("high");
        List<Expression> body = [Code.Set(r.Cycles, Code.Add(r.Cycles, opcode.Cycles))];
        if (FlowCode.Covers(opcode.Mnemonic))
        {
            body.Add(new FlowCode(r, bus).Step(opcode));
        }
        else
        {
            if (opcode.Length > 1)
            {
                FlowCode.Fetch(r, low, body);
            }

            if (opcode.Length > 2)
            {
                FlowCode.Fetch(r, high, body);
            }

            body.Add(new InstructionCode(r, bus).Build(opcode, low, high));
        }

        return Expression.Lambda<Action<Cpu6507>>(
            Expression.Block(typeof(void), [low, high], body), $"{opcode.Mnemonic}{opcode.Mode}", [cpu]).Compile();
    }
}
