using System.Runtime.CompilerServices;

namespace GymSharp.ApiDocs;

/// <summary>Types as C# writes them, without namespaces.</summary>
internal static class TypeSpelling
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type where it is used, for example <c>(float[] Observation, Info? Info)</c>.</summary>
    public static string Of(Type type, Annotations notes)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, notes);
        }

        if (type.IsPointer)
        {
            return Of(type.GetElementType()!, notes) + "*";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying, notes) + "?";
        }

        if (type.IsArray)
        {
            string mark = Mark(notes);
            return $"{Of(type.GetElementType()!, notes)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        return Named(type, notes);
    }

    /// <summary>A type without annotations.</summary>
    public static string Of(Type type) => Of(type, Annotations.None);

    private static string Named(Type type, Annotations notes)
    {
        // A value type that is not generic takes no flag.
        string mark = type.IsValueType && !type.IsGenericType && !type.IsGenericParameter ? "" : Mark(notes);
        if (type.IsGenericParameter)
        {
            return type.Name + mark;
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword + mark;
        }

        Type[] arguments = type.GetGenericArguments();
        if (type.IsValueType && arguments.Length is > 1 and < 8 && typeof(ITuple).IsAssignableFrom(type))
        {
            string?[] names = notes.NextNames(arguments.Length);
            string[] elements = [.. arguments.Select((element, i) => $"{Of(element, notes)} {names[i]}".TrimEnd())];
            return $"({string.Join(", ", elements)})";
        }

        return Nest(type, [.. arguments.Select(argument => Of(argument, notes))]) + mark;
    }

    private static string Nest(Type type, string[] arguments)
    {
        string outer = type.DeclaringType is { } declaring ? Nest(declaring, arguments) + "." : "";
        int before = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        int count = type.GetGenericArguments().Length;
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        string name = tick < 0 ? type.Name : type.Name[..tick];
        return count == before ? outer + name : $"{outer}{name}<{string.Join(", ", arguments[before..count])}>";
    }

    private static string Mark(Annotations notes) => notes.NextIsNullable() ? "?" : "";
}
