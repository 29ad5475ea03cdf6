using System.Reflection;

namespace GymSharp.ApiDocs;

/// <summary>The parts into which a type's members are sorted.</summary>
internal enum Section
{
    Constructors,
    Fields,
    Properties,
    Methods,
    Operators,
    Events,
}

/// <summary>Which part a member belongs to.</summary>
internal static class Sections
{
    public static Section Of(MemberInfo member) => member switch
    {
        ConstructorInfo => Section.Constructors,
        FieldInfo => Section.Fields,
        PropertyInfo => Section.Properties,
        EventInfo => Section.Events,
        MethodInfo { IsSpecialName: true } => Section.Operators,
        _ => Section.Methods,
    };
}
