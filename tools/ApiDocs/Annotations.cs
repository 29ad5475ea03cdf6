using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>
/// What the compiler notes about a type beside the type itself: which references may be null and how tuple elements are
/// called. Both are lists in the order in which the parts of the type are written, as Roslyn's
/// <c>nullable-metadata.md</c> says.
/// </summary>
internal sealed class Annotations
{
    private const byte Nullable = 2;

    private readonly byte[] flags;
    private readonly string?[] names;
    private int flag;
    private int name;

    private Annotations(byte[] flags, string?[] names)
    {
        this.flags = flags;
        this.names = names;
    }

    /// <summary>Nothing is known: no question marks, no element names.</summary>
    public static Annotations None => new([], []);

    public static Annotations Of(ParameterInfo parameter) => Of(parameter.GetCustomAttributesData(), parameter.Member);

    public static Annotations Of(MemberInfo member) =>
        Of(member.GetCustomAttributesData(), member is Type ? member : member.DeclaringType!);

    /// <summary>0 unknown, 1 never null, 2 perhaps null: the flag of a type parameter.</summary>
    public static byte Constraint(Type parameter)
    {
        MemberInfo scope = (MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType!;
        return Of(parameter.GetCustomAttributesData(), scope).NextFlag();
    }

    /// <summary>Whether the next part may be null.</summary>
    public bool NextIsNullable() => NextFlag() == Nullable;

    /// <summary>The names of the elements of the next tuple; null where one has none.</summary>
    public string?[] NextNames(int count)
    {
        string?[] next = new string?[count];
        for (int i = 0; i < count; i++)
        {
            next[i] = name < names.Length ? names[name++] : null;
        }

        return next;
    }

    // One flag alone holds for every part.
    private byte NextFlag() => flags.Length == 1 ? flags[0] : flag < flags.Length ? flags[flag++] : (byte)0;

    private static Annotations Of(IList<CustomAttributeData> attributes, MemberInfo scope)
    {
        byte[] parts = Value(attributes, "NullableAttribute") switch
        {
            byte one => [one],
            IEnumerable<CustomAttributeTypedArgument> several => [.. several.Select(item => (byte)item.Value!)],
            _ => [Context(scope)],
        };
        object? list = Value(attributes, "TupleElementNamesAttribute");
        string?[] elements = list is IEnumerable<CustomAttributeTypedArgument> items
            ? [.. items.Select(item => (string?)item.Value)]
            : [];
        return new(parts, elements);
    }

    // The flag of everything inside a method or type that has none of its own.
    private static byte Context(MemberInfo? scope)
    {
        for (; scope is not null; scope = scope.DeclaringType)
        {
            if (Value(scope.GetCustomAttributesData(), "NullableContextAttribute") is byte flag)
            {
                return flag;
            }
        }

        return 0;
    }

    private static object? Value(IList<CustomAttributeData> attributes, string attribute) => attributes
        .FirstOrDefault(data => data.AttributeType.FullName == "System.Runtime.CompilerServices." + attribute)
        ?.ConstructorArguments[0].Value;
}
