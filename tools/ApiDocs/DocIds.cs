using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>The compiler's ids of types and members in XML documentation files (C# specification, annex D).</summary>
internal static class DocIds
{
    /// <summary>The id of a type definition, or of a member as its type definition declares it.</summary>
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Name(type),
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        EventInfo happening => $"E:{Name(happening.DeclaringType!)}.{Member(happening)}",
        PropertyInfo property =>
            $"P:{Name(property.DeclaringType!)}.{Member(property)}{Parameters(property.GetIndexParameters())}",
        MethodBase method => $"M:{Name(method.DeclaringType!)}.{Member(method)}"
            + Arity(method) + Parameters(method.GetParameters()) + Target(method),
        _ => throw new ArgumentException($"{member} is neither a type nor one of its members.", nameof(member)),
    };

    private static string Name(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    // Dots stand in names of constructors and of members that implement an interface explicitly.
    private static string Member(MemberInfo member) =>
        member.Name.Replace('.', '#').Replace('<', '{').Replace('>', '}');

    private static string Arity(MethodBase method) =>
        method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

    private static string Parameters(ParameterInfo[] parameters)
    {
        string list = string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)));
        return list.Length == 0 ? "" : $"({list})";
    }

    // Conversions differ in their result alone.
    private static string Target(MethodBase method) =>
        method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion
            ? "~" + Reference(conversion.ReturnType)
            : "";

    private static string Reference(Type type)
    {
        if (type.HasElementType)
        {
            string element = Reference(type.GetElementType()!);
            return type.IsByRef ? element + "@"
                : type.IsPointer ? element + "*"
                : type.IsSZArray ? element + "[]"
                : $"{element}[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsGenericType ? Constructed(type) : Name(type);
    }

    // Each type of a nest takes its own arguments: Outer{A}.Inner{B}.
    private static string Constructed(Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        int used = 0;
        List<string> parts = [];
        foreach (string part in Name(type).Split('.'))
        {
            int tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                parts.Add(part);
                continue;
            }

            int count = int.Parse(part.AsSpan(tick + 1));
            IEnumerable<string> own = arguments.Skip(used).Take(count).Select(Reference);
            parts.Add($"{part[..tick]}{{{string.Join(',', own)}}}");
            used += count;
        }

        return string.Join('.', parts);
    }
}
