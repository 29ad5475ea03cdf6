using System.Reflection;
using System.Runtime.CompilerServices;

namespace GymSharp.ApiDocs;

/// <summary>Parameters, type parameters and their constraints as C# writes them.</summary>
internal static class Parameters
{
    /// <summary>A list without its brackets, for example <c>in Pen pen, double width = 1</c>.</summary>
    public static string List(IEnumerable<ParameterInfo> parameters) =>
        string.Join(", ", parameters.Select(Declaration));

    /// <summary>Types and modifiers alone, for headings.</summary>
    public static string Types(IEnumerable<ParameterInfo> parameters) => string.Join(
        ", ",
        parameters.Select(parameter => Passing(parameter) + Type(parameter)));

    /// <summary>The constraints of type parameters, one clause each.</summary>
    public static IEnumerable<string> Constraints(IEnumerable<Type> typeParameters)
    {
        foreach (Type parameter in typeParameters)
        {
            string[] constraints = [.. Constraints(parameter)];
            if (constraints.Length > 0)
            {
                yield return $"where {parameter.Name} : {string.Join(", ", constraints)}";
            }
        }
    }

    private static string Declaration(ParameterInfo parameter)
    {
        string value = parameter.HasDefaultValue
            ? " = " + Literals.Of(parameter.RawDefaultValue, parameter.ParameterType)
            : "";
        return $"{First(parameter)}{Passing(parameter)}{Type(parameter)} {parameter.Name}{value}";
    }

    private static string Type(ParameterInfo parameter) =>
        TypeSpelling.Of(parameter.ParameterType, Annotations.Of(parameter));

    private static string First(ParameterInfo parameter)
    {
        bool isReceiver = parameter.Position == 0
            && parameter.Member.IsDefined(typeof(ExtensionAttribute), inherit: false);
        bool isList = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false)
            || parameter.IsDefined(typeof(ParamCollectionAttribute), inherit: false);
        bool isScoped = Has(parameter, "ScopedRefAttribute") && !parameter.IsOut && !isList;
        return (isReceiver ? "this " : "") + (isList ? "params " : "") + (isScoped ? "scoped " : "");
    }

    private static string Passing(ParameterInfo parameter) => !parameter.ParameterType.IsByRef ? ""
        : parameter.IsOut ? "out "
        : Has(parameter, "RequiresLocationAttribute") ? "ref readonly "
        : Has(parameter, "IsReadOnlyAttribute") ? "in "
        : "ref ";

    private static IEnumerable<string> Constraints(Type parameter)
    {
        GenericParameterAttributes flags = parameter.GenericParameterAttributes;
        byte nullability = Annotations.Constraint(parameter);
        bool isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            bool isUnmanaged = parameter.GetCustomAttributesData()
                .Any(data => data.AttributeType.FullName == "System.Runtime.CompilerServices.IsUnmanagedAttribute");
            yield return isUnmanaged ? "unmanaged" : "struct";
        }
        else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return nullability == 2 ? "class?" : "class";
        }
        else if (nullability == 1)
        {
            yield return "notnull";
        }

        foreach (string type in parameter.GetGenericParameterConstraints()
            .Where(type => type != typeof(ValueType)).Select(TypeSpelling.Of).Order(StringComparer.Ordinal))
        {
            yield return type;
        }

        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct)
        {
            yield return "new()";
        }

        if (flags.HasFlag(GenericParameterAttributes.AllowByRefLike))
        {
            yield return "allows ref struct";
        }
    }

    private static bool Has(ParameterInfo parameter, string attribute) => parameter.GetCustomAttributesData()
        .Any(data => data.AttributeType.FullName == "System.Runtime.CompilerServices." + attribute);
}
