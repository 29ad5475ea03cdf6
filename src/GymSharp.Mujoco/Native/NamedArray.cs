using System.Runtime.CompilerServices;

namespace GymSharp.Mujoco.Native;

/// <summary>An array of a native structure that was asked for by name.</summary>
/// <param name="address">The first element.</param>
/// <param name="type">The element type: <c>double</c>, <c>float</c>, <c>int</c>, <c>byte</c> or <c>char</c>.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
internal readonly unsafe struct NamedArray(byte* address, string type, int rows, int columns)
{
    private readonly byte* address = address;

    /// <summary>The element type in C.</summary>
    public string Type { get; } = type;

    /// <summary>The number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>The number of columns.</summary>
    public int Columns { get; } = columns;

    /// <summary>The number of elements.</summary>
    public int Length => Rows * Columns;

    /// <summary>The elements, row by row.</summary>
    /// <exception cref="MujocoException">The elements are not of this type.</exception>
    public Span<T> As<T>()
        where T : unmanaged
    {
        if (Type != NameOf<T>())
        {
            throw new MujocoException($"The array holds {Type}, not {typeof(T).Name}.");
        }

        return new(address, Length);
    }

    /// <summary>The elements as doubles, row by row.</summary>
    public double[] ToDoubles() => Type switch
    {
        "double" => As<double>().ToArray(),
        "float" => Array.ConvertAll(As<float>().ToArray(), static value => (double)value),
        "int" => Array.ConvertAll(As<int>().ToArray(), static value => (double)value),
        "byte" => Array.ConvertAll(As<byte>().ToArray(), static value => (double)value),
        _ => throw new MujocoException($"An array of {Type} holds no numbers."),
    };

    /// <summary>The name in C of an element type.</summary>
    public static string NameOf<T>()
        where T : unmanaged =>
        typeof(T) == typeof(double) ? "double"
        : typeof(T) == typeof(float) ? "float"
        : typeof(T) == typeof(int) ? "int"
        : typeof(T) == typeof(long) ? "long"
        : Unsafe.SizeOf<T>() == 1 ? "byte"
        : typeof(T).Name;
}
