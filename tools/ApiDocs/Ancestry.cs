using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>Which members of base types and interfaces a member overrides or implements.</summary>
internal static class Ancestry
{
    /// <summary>Nearest base type first, then interfaces by name; members as type definitions declare them.</summary>
    public static IEnumerable<MemberInfo> Parents(MemberInfo member)
    {
        if (member is Type type)
        {
            return Above(type).Select(Definition);
        }

        return member is FieldInfo
            ? []
            : Above(member.DeclaringType!).Select(parent => Counterpart(member, parent)).OfType<MemberInfo>();
    }

    /// <summary>A type without its arguments.</summary>
    public static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<Type> Above(Type type)
    {
        for (Type? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }

        foreach (Type parent in type.GetInterfaces().OrderBy(parent => parent.ToString(), StringComparer.Ordinal))
        {
            yield return parent;
        }
    }

    private static MemberInfo? Counterpart(MemberInfo member, Type parent)
    {
        MemberInfo? found = Array.Find(parent.GetMembers(Surface.Declared), other => Matches(member, other));
        return found is null || !parent.IsGenericType
            ? found
            : Array.Find(
                Definition(parent).GetMembers(Surface.Declared),
                other => other.MetadataToken == found.MetadataToken && other.MemberType == found.MemberType);
    }

    // By signature rather than by slot: an override with a narrower result has a slot of its own.
    private static bool Matches(MemberInfo member, MemberInfo other) => (member, other) switch
    {
        (MethodBase a, MethodBase b) => a.Name == b.Name && a.IsStatic == b.IsStatic
            && GenericArity(a) == GenericArity(b) && SameParameters(a.GetParameters(), b.GetParameters()),
        (PropertyInfo a, PropertyInfo b) => a.Name == b.Name
            && SameParameters(a.GetIndexParameters(), b.GetIndexParameters()),
        (EventInfo a, EventInfo b) => a.Name == b.Name,
        _ => false,
    };

    private static int GenericArity(MethodBase method) =>
        method.IsGenericMethod ? method.GetGenericArguments().Length : 0;

    private static bool SameParameters(ParameterInfo[] left, ParameterInfo[] right) => left.Length == right.Length
        && left.Zip(right).All(pair => Same(pair.First.ParameterType, pair.Second.ParameterType));

    private static bool Same(Type left, Type right)
    {
        if (left == right)
        {
            return true;
        }

        if (left.IsGenericMethodParameter && right.IsGenericMethodParameter)
        {
            return left.GenericParameterPosition == right.GenericParameterPosition;
        }

        if (left.HasElementType && right.HasElementType)
        {
            return left.IsByRef == right.IsByRef && left.IsArray == right.IsArray
                && Same(left.GetElementType()!, right.GetElementType()!);
        }

        return left.IsGenericType && right.IsGenericType && Definition(left) == Definition(right)
            && left.GetGenericArguments().Zip(right.GetGenericArguments()).All(pair => Same(pair.First, pair.Second));
    }
}
