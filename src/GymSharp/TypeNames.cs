namespace GymSharp;

/// <summary>C# spellings of types, for messages.</summary>
internal static class TypeNames
{
    /// <summary><c>float[]</c> for <c>System.Single[]</c>, and so on.</summary>
    public static string Of(Type type) => type.IsArray
        ? Of(type.GetElementType()!) + "[]"
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.SByte => "sbyte",
            TypeCode.Byte => "byte",
            TypeCode.Int16 => "short",
            TypeCode.UInt16 => "ushort",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.UInt64 => "ulong",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            TypeCode.String => "string",
            _ => type == typeof(object) ? "object" : type.Name,
        };
}
