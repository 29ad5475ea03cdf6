using System.Reflection;
using System.Runtime.CompilerServices;

namespace GymSharp.ApiDocs;

/// <summary>What a user of a library can reach: public and protected members that somebody wrote.</summary>
internal static class Surface
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static bool IsVisible(Type type)
    {
        if (type.Name.Contains('<', StringComparison.Ordinal))
        {
            return false;
        }

        return type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic;
    }

    /// <summary>Whether a method can be called or overridden; a protected one of a sealed type cannot.</summary>
    public static bool IsVisible(MethodBase? method) => method is not null
        && (method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed));

    /// <summary>The visible members that a type declares, in the order of the page.</summary>
    public static IReadOnlyList<MemberInfo> Members(Type type)
    {
        if (IsDelegate(type))
        {
            return [];
        }

        if (type.IsEnum)
        {
            return [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken)];
        }

        return [.. type.GetMembers(Declared).Where(IsListed)
            .OrderBy(Sections.Of).ThenBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(DocIds.Of, StringComparer.Ordinal)];
    }

    public static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    public static bool IsRecord(Type type) => type.IsValueType
        ? type.GetMethod("PrintMembers", Declared) is { } print && IsGenerated(print)
        : type.GetMethod("<Clone>$", Declared) is not null;

    private static bool IsListed(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => !constructor.IsStatic && IsVisible(constructor) && !IsGenerated(constructor),
        MethodInfo method => IsVisible(method) && !IsGenerated(method) && method.Name != "Finalize"
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        PropertyInfo property => (IsVisible(property.GetMethod) || IsVisible(property.SetMethod))
            && property.Name != "EqualityContract",
        EventInfo happening => IsVisible(happening.AddMethod),
        FieldInfo field => !field.IsSpecialName
            && (field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed)),
        _ => false,
    };

    // What the compiler adds to records.
    private static bool IsGenerated(MethodBase method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
