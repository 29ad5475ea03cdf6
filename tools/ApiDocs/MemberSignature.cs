using System.Reflection;
using System.Runtime.CompilerServices;

namespace GymSharp.ApiDocs;

/// <summary>The declaration of a member.</summary>
internal static class MemberSignature
{
    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Access(constructor)}{Simple(constructor.DeclaringType!)}"
            + $"({Parameters.List(constructor.GetParameters())})",
        MethodInfo method => Method(method),
        PropertyInfo property => Property(property),
        EventInfo happening => $"{Modifiers(happening.AddMethod!)}event "
            + $"{TypeSpelling.Of(happening.EventHandlerType!, Annotations.Of(happening))} {happening.Name}",
        FieldInfo field => Field(field),
        _ => throw new ArgumentException($"{member} has no declaration of its own.", nameof(member)),
    };

    /// <summary>The name that headings and links show, for example <c>operator +</c> or <c>this[int]</c>.</summary>
    public static string Name(MemberInfo member) => member switch
    {
        ConstructorInfo => Simple(member.DeclaringType!),
        MethodInfo { IsSpecialName: true } method => Operators.Name(method),
        MethodInfo { IsGenericMethod: true } method =>
            $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>",
        PropertyInfo property when property.GetIndexParameters() is { Length: > 0 } index =>
            $"this[{Parameters.Types(index)}]",
        _ => member.Name,
    };

    private static string Simple(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    private static string Method(MethodInfo method)
    {
        string result = Reference(method.ReturnParameter)
            + TypeSpelling.Of(method.ReturnType, Annotations.Of(method.ReturnParameter));
        string name = Name(method);
        bool isConversion = method.Name is "op_Implicit" or "op_Explicit";
        string head = Modifiers(method) + (isConversion ? "" : result + " ")
            + $"{name}({Parameters.List(method.GetParameters())})";

        // An override takes the constraints of the method that it overrides, silently.
        bool repeats = method.IsGenericMethod && !Overrides(method);
        IEnumerable<string> constraints = repeats ? Parameters.Constraints(method.GetGenericArguments()) : [];
        return string.Join("\n    ", constraints.Prepend(head));
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo widest = Surface.IsVisible(property.GetMethod) ? property.GetMethod! : property.SetMethod!;
        if (property.SetMethod is { IsPublic: true })
        {
            widest = property.SetMethod.IsPublic && !widest.IsPublic ? property.SetMethod : widest;
        }

        string required = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        string reference = property.GetMethod is null ? "" : Reference(property.GetMethod.ReturnParameter);
        string type = TypeSpelling.Of(property.PropertyType, Annotations.Of(property));
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length == 0 ? property.Name : $"this[{Parameters.List(index)}]";
        string accessors = Accessor(property.GetMethod, widest, "get")
            + Accessor(property.SetMethod, widest, IsInit(property) ? "init" : "set");
        return $"{Modifiers(widest)}{required}{reference}{type} {name} {{ {accessors}}}";
    }

    private static string Accessor(MethodInfo? accessor, MethodInfo widest, string word) =>
        !Surface.IsVisible(accessor) ? ""
        : accessor!.IsPublic == widest.IsPublic ? word + "; "
        : $"{Access(accessor)}{word}; ";

    private static bool IsInit(PropertyInfo property) => property.SetMethod is { } setter
        && setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Field(FieldInfo field)
    {
        string type = TypeSpelling.Of(field.FieldType, Annotations.Of(field));
        string access = field.IsPublic ? "public " : field.IsFamily ? "protected " : "protected internal ";
        if (field.DeclaringType!.IsEnum)
        {
            Type underlying = field.DeclaringType.GetEnumUnderlyingType();
            return $"{field.Name} = {Literals.Of(field.GetRawConstantValue(), underlying)}";
        }

        if (field.IsLiteral)
        {
            return $"{access}const {type} {field.Name} = {Literals.Of(field.GetRawConstantValue(), field.FieldType)}";
        }

        return $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Modifiers(MethodInfo method)
    {
        bool isInterface = method.DeclaringType!.IsInterface;
        string access = isInterface && method.IsPublic ? "" : Access(method);
        string place = method.IsStatic ? "static " : "";
        if (isInterface)
        {
            string kind = !method.IsStatic ? "" : method.IsAbstract ? "abstract " : method.IsVirtual ? "virtual " : "";
            return access + place + kind;
        }

        bool overrides = Overrides(method);
        string slot = method.IsAbstract ? (overrides ? "abstract override " : "abstract ")
            : overrides ? (method.IsFinal && !method.DeclaringType.IsSealed ? "sealed override " : "override ")
            : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType.IsSealed ? "virtual "
            : "";
        return access + place + slot;
    }

    // An override with a narrower result gets a slot of its own and says so in an attribute.
    private static bool Overrides(MethodInfo method) => method.IsVirtual
        && (!method.Attributes.HasFlag(MethodAttributes.NewSlot)
            || method.IsDefined(typeof(PreserveBaseOverridesAttribute), inherit: false));

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public " : method.IsFamily ? "protected " : "protected internal ";

    private static string Reference(ParameterInfo result) => !result.ParameterType.IsByRef ? ""
        : result.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "ref readonly "
        : "ref ";
}
