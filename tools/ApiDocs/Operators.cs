using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>Operators by the names that the compiler gives their methods.</summary>
internal static class Operators
{
    private const string Checked = "op_Checked";

    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["op_UnaryPlus"] = "+",
        ["op_UnaryNegation"] = "-",
        ["op_LogicalNot"] = "!",
        ["op_OnesComplement"] = "~",
        ["op_Increment"] = "++",
        ["op_Decrement"] = "--",
        ["op_True"] = "true",
        ["op_False"] = "false",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Modulus"] = "%",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_ExclusiveOr"] = "^",
        ["op_LeftShift"] = "<<",
        ["op_RightShift"] = ">>",
        ["op_UnsignedRightShift"] = ">>>",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    public static string Name(MethodInfo method)
    {
        string word = method.Name.StartsWith(Checked, StringComparison.Ordinal) ? "checked " : "";
        string name = word.Length == 0 ? method.Name : "op_" + method.Name[Checked.Length..];
        return name switch
        {
            "op_Implicit" => $"implicit operator {word}{Target(method)}",
            "op_Explicit" => $"explicit operator {word}{Target(method)}",
            _ when Symbols.TryGetValue(name, out string? symbol) => $"operator {word}{symbol}",
            _ => method.Name,
        };
    }

    private static string Target(MethodInfo method) =>
        TypeSpelling.Of(method.ReturnType, Annotations.Of(method.ReturnParameter));
}
