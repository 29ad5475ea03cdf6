using System.Globalization;

namespace GymSharp.Atari2600.Assembly;

/// <summary>Reads an expression from a line, from left to right, and gives its value.</summary>
/// <param name="line">The line, for errors.</param>
/// <param name="start">The column at which to begin.</param>
/// <param name="lookUp">Gives the value of a name; the second argument is its column.</param>
/// <param name="here">The program counter: the value of <c>*</c> and <c>.</c>.</param>
internal sealed class ExpressionReader(SourceLine line, int start, Func<string, int, Number> lookUp, Number here)
{
    private const int DeepestNesting = 100;
    private readonly string text = line.Text;
    private int depth;

    /// <summary>The column of the next character that is not space.</summary>
    public int Position { get; private set; } = start;

    public bool AtEnd => Peek() == '\0';

    /// <summary>The next character that is not space, or 0 at the end.</summary>
    public char Peek()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }

        return Position < text.Length ? text[Position] : '\0';
    }

    /// <summary>Steps over a character if it comes next.</summary>
    public bool Take(char wanted)
    {
        if (Peek() != wanted)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Steps over a character that must come next.</summary>
    public void Expect(char wanted)
    {
        if (!Take(wanted))
        {
            throw line.Error(Position, $"expected '{wanted}'{Found()}.");
        }
    }

    /// <summary>Checks that nothing is left.</summary>
    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw line.Error(Position, $"expected the end of the line{Found()}.");
        }
    }

    /// <summary>Reads an expression whose operators have at least a rank.</summary>
    public Number Read(int lowestRank = 1)
    {
        if (++depth > DeepestNesting)
        {
            throw line.Error(Position, $"the expression is nested more than {DeepestNesting} deep.");
        }

        Number left = ReadUnary();
        while (Peek() != '\0' && Operators.TryFind(text.AsSpan(Position), out var sign) && sign.Rank >= lowestRank)
        {
            int column = Position;
            Position += sign.Sign.Length;
            Number right = Read(sign.Rank + 1);
            if (sign.Sign is "/" or "%" && right is { IsKnown: true, Value: 0 })
            {
                throw line.Error(column, "division by zero.");
            }

            left = left.IsKnown && right.IsKnown ? Number.Of(sign.Apply(left.Value, right.Value)) : Number.Unknown;
        }

        depth--;
        return left;
    }

    /// <summary>Reads the text between two quotation marks, the first of which comes next.</summary>
    public string ReadString()
    {
        int begin = Position + 1;
        int end = text.IndexOf('"', begin);
        if (end < 0)
        {
            throw line.Error(Position, "expected a second '\"'.");
        }

        Position = end + 1;
        return text[begin..end];
    }

    /// <summary>A name or number, for messages: what stands where something else was expected.</summary>
    public string Found() => AtEnd ? ", found the end of the line" : $", found '{text[Position..]}'";

    private Number ReadUnary()
    {
        char sign = Peek();
        if (sign is not ('-' or '~' or '!' or '<' or '>' or '+'))
        {
            return ReadPrimary();
        }

        if (++depth > DeepestNesting)
        {
            throw line.Error(Position, $"the expression is nested more than {DeepestNesting} deep.");
        }

        Position++;
        Number operand = ReadUnary();
        depth--;
        return operand.IsKnown ? Number.Of(Apply(sign, operand.Value)) : operand;
    }

    private static long Apply(char sign, long value) => sign switch
    {
        '-' => unchecked(-value),
        '~' => ~value,
        '!' => value == 0 ? 1 : 0,
        '<' => value & 0xFF,
        '>' => (value >> 8) & 0xFF,
        _ => value,
    };

    private Number ReadPrimary()
    {
        char first = Peek();
        switch (first)
        {
            case '(' or '[':
                Position++;
                Number inner = Read();
                Expect(first == '(' ? ')' : ']');
                return inner;
            case '$':
                Position++;
                return ReadDigits(16);
            case '%':
                Position++;
                return ReadDigits(2);
            case >= '0' and <= '9':
                return ReadDigits(10);
            case '*':
                Position++;
                return here;
            case '\'' when Position + 1 < text.Length:
                Position += 2;
                char character = text[Position - 1];
                Take('\'');
                return Number.Of(character);
            default:
                return ReadName(first);
        }
    }

    private Number ReadName(char first)
    {
        int begin = Position;
        if (first != '.' && first != '_' && !char.IsAsciiLetter(first))
        {
            throw line.Error(Position, $"expected a number, a name or '('{Found()}.");
        }

        Position++;
        while (Position < text.Length && IsNamePart(text[Position]))
        {
            Position++;
        }

        string name = text[begin..Position];
        return name == "." ? here : lookUp(name, begin);
    }

    private Number ReadDigits(int radix)
    {
        int begin = Position;
        long value = 0;
        while (Position < text.Length && Digit(text[Position]) is int digit && digit < radix)
        {
            value = value * radix + digit;
            if (value > uint.MaxValue)
            {
                throw line.Error(begin, "the number is too large; at most 32 bits are held.");
            }

            Position++;
        }

        if (Position == begin)
        {
            string kind = radix.ToString(CultureInfo.InvariantCulture);
            throw line.Error(begin, $"expected digits of base {kind}{Found()}.");
        }

        return Number.Of(value);
    }

    private static int? Digit(char character) =>
        char.IsAsciiHexDigit(character) ? Convert.ToInt32(character.ToString(), 16) : null;

    internal static bool IsNamePart(char character) => character == '_' || char.IsAsciiLetterOrDigit(character);
}
