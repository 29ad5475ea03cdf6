using System.Reflection;
using System.Runtime.CompilerServices;

namespace GymSharp.ApiDocs;

/// <summary>The head of a type's declaration.</summary>
internal static class TypeSignature
{
    public static string Of(Type type)
    {
        string access = type.IsNestedFamily ? "protected" : type.IsNestedFamORAssem ? "protected internal" : "public";
        Type[] own = OwnParameters(type);
        if (Surface.IsDelegate(type))
        {
            return Delegate(type, access, own);
        }

        string[] bases = [.. Bases(type)];
        string inherits = bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
        string head = $"{access} {Modifiers(type)}{Kind(type)} {Name(type)}{inherits}";
        return Attributes(type) + string.Join("\n    ", Parameters.Constraints(own).Prepend(head));
    }

    /// <summary>The word for a type in headings: class, record, interface and so on.</summary>
    public static string Kind(Type type) => Surface.IsDelegate(type) ? "delegate"
        : type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : type.IsValueType ? (Surface.IsRecord(type) ? "record struct" : "struct")
        : Surface.IsRecord(type) ? "record"
        : "class";

    /// <summary>The type parameters that a type adds to those of the type around it.</summary>
    public static Type[] OwnParameters(Type type) =>
        type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];

    private static string Name(Type type)
    {
        string name = TypeSpelling.Of(type);
        return type.IsNested ? name[(TypeSpelling.Of(type.DeclaringType!).Length + 1)..] : name;
    }

    private static string Delegate(Type type, string access, Type[] own)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        string result = TypeSpelling.Of(invoke.ReturnType, Annotations.Of(invoke.ReturnParameter));
        string head = $"{access} delegate {result} {Name(type)}({Parameters.List(invoke.GetParameters())})";
        return string.Join("\n    ", Parameters.Constraints(own).Prepend(head)) + ";";
    }

    private static string Attributes(Type type) =>
        type.IsEnum && type.IsDefined(typeof(FlagsAttribute), inherit: false) ? "[Flags]\n" : "";

    private static string Modifiers(Type type)
    {
        if (type.IsInterface || type.IsEnum)
        {
            return "";
        }

        if (type.IsValueType)
        {
            return (type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "")
                + (type.IsByRefLike ? "ref " : "");
        }

        return type.IsAbstract && type.IsSealed ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed "
            : "";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            Type underlying = type.GetEnumUnderlyingType();
            return underlying == typeof(int) ? [] : [TypeSpelling.Of(underlying)];
        }

        IEnumerable<string> interfaces = DirectInterfaces(type).Select(TypeSpelling.Of).Order(StringComparer.Ordinal);
        return type.BaseType is null || type.BaseType == typeof(object) || type.IsValueType
            ? interfaces
            : interfaces.Prepend(TypeSpelling.Of(type.BaseType, Annotations.Of(type)));
    }

    // Reflection lists everything implemented; what the base type or another interface brings along is left out.
    private static IEnumerable<Type> DirectInterfaces(Type type)
    {
        Type[] all = type.GetInterfaces();
        HashSet<Type> implied = [.. all.SelectMany(other => other.GetInterfaces())];
        implied.UnionWith(type.BaseType?.GetInterfaces() ?? []);
        return all.Where(candidate => !implied.Contains(candidate)
            && (candidate.IsNested ? Surface.IsVisible(candidate) : candidate.IsPublic)
            && !(Surface.IsRecord(type) && candidate.Name == "IEquatable`1"));
    }
}
