using System.Text.Json;

namespace GymSharp.Environments.Atari.Games;

/// <summary>
/// Turns prefix lists such as <c>["-", ["new", "score"], ["prev", "score"]]</c> into delegates, once per game, so that
/// a frame costs a handful of calls and no memory.
/// </summary>
/// <remarks>
/// Arithmetic is that of C's <c>int</c>: it wraps at 32 bits and division truncates. Both sides of <c>and</c> and
/// <c>or</c> are free of effects, so whether the second is looked at does not matter.
/// </remarks>
internal sealed class RuleCompiler(RuleVariables variables)
{
    private static readonly Dictionary<string, Func<int, int, int>> Operators = new(StringComparer.Ordinal)
    {
        ["=="] = static (a, b) => a == b ? 1 : 0,
        ["!="] = static (a, b) => a != b ? 1 : 0,
        ["<"] = static (a, b) => a < b ? 1 : 0,
        [">"] = static (a, b) => a > b ? 1 : 0,
        ["<="] = static (a, b) => a <= b ? 1 : 0,
        [">="] = static (a, b) => a >= b ? 1 : 0,
        ["+"] = static (a, b) => unchecked(a + b),
        ["-"] = static (a, b) => unchecked(a - b),
        ["*"] = static (a, b) => unchecked(a * b),
        ["/"] = static (a, b) => a / b,
        ["%"] = static (a, b) => a % b,
        ["&"] = static (a, b) => a & b,
        ["|"] = static (a, b) => a | b,
        ["^"] = static (a, b) => a ^ b,
        [">>"] = static (a, b) => a >> b,
        ["<<"] = static (a, b) => a << b,
        ["max"] = Math.Max,
        ["min"] = Math.Min,
    };

    /// <summary>Compiles one expression.</summary>
    /// <exception cref="FormatException">It is not of the language; the message shows it.</exception>
    public RuleExpression Compile(JsonElement expression)
    {
        switch (expression.ValueKind)
        {
            case JsonValueKind.Number:
                int number = expression.GetInt32();
                return _ => number;
            case JsonValueKind.True:
                return static _ => 1;
            case JsonValueKind.False:
                return static _ => 0;
            case JsonValueKind.Array when expression.GetArrayLength() > 0
                && expression[0].ValueKind == JsonValueKind.String:
                return Call(expression[0].GetString()!, expression);
            default:
                throw Bad(expression);
        }
    }

    private static FormatException Bad(JsonElement expression) => new(
        $"'{expression.GetRawText()}' is no expression of a game's rules. Expected a number, true, false, or a list "
        + "that begins with an operator, such as [\"ram\", 5].");

    private RuleExpression Call(string name, JsonElement list) => name switch
    {
        "ram" => Ram(list),
        "bcd" => Decimal(list),
        "mapped" => Mapped((ushort)list[1].GetInt32()),
        "prev" => Previous(variables[list[1].GetString()!]),
        "new" => Next(variables[list[1].GetString()!]),
        "x" => static input => input.Element,
        "mode" => static input => input.Mode,
        "let" => static input => input.Noted,
        "rng_u32" => static input => unchecked((int)input.NextRandom!()),
        "if" => If(Compile(list[1]), Compile(list[2]), Compile(list[3])),
        "not" => Unary(Compile(list[1]), static value => value == 0 ? 1 : 0),
        "s8" => Unary(Compile(list[1]), static value => unchecked((sbyte)value)),
        "u8" => Unary(Compile(list[1]), static value => unchecked((byte)value)),
        "and" => All([.. Rest(list)]),
        "or" => Any([.. Rest(list)]),
        "lookup" => Lookup(list[1], Compile(list[2])),
        "sum" => Sum(Bytes(list[1]), Compile(list[2])),
        "all" => AllBytes(Bytes(list[1]), Compile(list[2])),
        "%" when IsRandom(list[1]) => RandomRemainder(Compile(list[1]), Compile(list[2])),
        _ when Operators.TryGetValue(name, out Func<int, int, int>? apply) && list.GetArrayLength() == 3 =>
            Binary(Compile(list[1]), Compile(list[2]), apply),
        _ => throw Bad(list),
    };

    private IEnumerable<RuleExpression> Rest(JsonElement list) => list.EnumerateArray().Skip(1).Select(Compile);

    private static int[] Bytes(JsonElement list) => [.. list.EnumerateArray().Select(RamIndex)];

    private static int RamIndex(JsonElement index) => index.GetInt32() is >= 0 and < RuleInput.RamSize and int value
        ? value
        : throw new FormatException($"{index.GetRawText()} is no byte of RAM; expected 0 to {RuleInput.RamSize - 1}.");

    private static RuleExpression Ram(JsonElement list)
    {
        int index = RamIndex(list[1]);
        return input => input.Ram[index];
    }

    // Two decimal digits per byte, the lowest byte first; digits over 9 are not looked for.
    private static RuleExpression Decimal(JsonElement list)
    {
        int[] bytes = [.. list.EnumerateArray().Skip(1).Select(RamIndex)];
        return input =>
        {
            int value = 0;
            int factor = 1;
            foreach (int index in bytes)
            {
                int digits = input.Ram[index];
                value += factor * ((10 * (digits >> 4)) + (digits & 15));
                factor *= 100;
            }

            return value;
        };
    }

    private static RuleExpression Mapped(ushort address) => input => input.ReadMapped!(address);

    private static RuleExpression Previous(int index) => input => input.Previous[index];

    private static RuleExpression Next(int index) => input => input.Next[index];

    private static RuleExpression If(RuleExpression test, RuleExpression yes, RuleExpression no) =>
        input => test(input) != 0 ? yes(input) : no(input);

    private static RuleExpression Unary(RuleExpression value, Func<int, int> apply) => input => apply(value(input));

    private static RuleExpression Binary(RuleExpression left, RuleExpression right, Func<int, int, int> apply) =>
        input => apply(left(input), right(input));

    private static RuleExpression All(RuleExpression[] parts) => input =>
    {
        foreach (RuleExpression part in parts)
        {
            if (part(input) == 0)
            {
                return 0;
            }
        }

        return 1;
    };

    private static RuleExpression Any(RuleExpression[] parts) => input =>
    {
        foreach (RuleExpression part in parts)
        {
            if (part(input) != 0)
            {
                return 1;
            }
        }

        return 0;
    };

    private static RuleExpression Sum(int[] bytes, RuleExpression value) => input =>
    {
        int sum = 0;
        foreach (int index in bytes)
        {
            input.Element = input.Ram[index];
            sum += value(input);
        }

        return sum;
    };

    private static RuleExpression AllBytes(int[] bytes, RuleExpression test) => input =>
    {
        foreach (int index in bytes)
        {
            input.Element = input.Ram[index];
            if (test(input) == 0)
            {
                return 0;
            }
        }

        return 1;
    };

    // A table by key, or by position; what it does not hold counts as 0.
    private static RuleExpression Lookup(JsonElement table, RuleExpression key)
    {
        Dictionary<int, int> values = table.ValueKind == JsonValueKind.Array
            ? table.EnumerateArray().Select((value, at) => (at, value)).ToDictionary(e => e.at, e => e.value.GetInt32())
            : table.EnumerateObject().ToDictionary(
                entry => int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture),
                entry => entry.Value.GetInt32());
        return input => values.GetValueOrDefault(key(input));
    }

    private static bool IsRandom(JsonElement part) =>
        part.ValueKind == JsonValueKind.Array && part[0].ValueEquals("rng_u32");

    // The generator's numbers have no sign.
    private static RuleExpression RandomRemainder(RuleExpression random, RuleExpression divisor) =>
        input => (int)((uint)random(input) % (uint)divisor(input));
}
