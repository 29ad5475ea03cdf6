namespace GymSharp.Spaces;

/// <summary>Element type of an array, named as NumPy names it.</summary>
public enum DType
{
    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>sbyte</c>.</summary>
    Int8,

    /// <summary><c>short</c>.</summary>
    Int16,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>byte</c>.</summary>
    UInt8,

    /// <summary><c>ushort</c>.</summary>
    UInt16,

    /// <summary><c>uint</c>.</summary>
    UInt32,

    /// <summary><c>ulong</c>.</summary>
    UInt64,

    /// <summary><see cref="Half"/>.</summary>
    Float16,

    /// <summary><c>float</c>.</summary>
    Float32,

    /// <summary><c>double</c>.</summary>
    Float64,
}
