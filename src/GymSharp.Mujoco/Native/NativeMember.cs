namespace GymSharp.Mujoco.Native;

/// <summary>One member of a native structure.</summary>
/// <param name="Name">Its name; members of nested structures have dots.</param>
/// <param name="Type">
/// <c>double</c>, <c>int</c>, …, with a star when the member points at an array in the structure's own buffer and an
/// ampersand when it points into the arena, whose contents each call throws away.
/// </param>
/// <param name="Offset">Bytes from the start of the structure.</param>
/// <param name="Rows">Rows of the array: a number, or the name of a size.</param>
/// <param name="Columns">Columns of the array, likewise; or a product such as <c>3*nmocap</c>.</param>
internal sealed record NativeMember(string Name, string Type, int Offset, string Rows, string Columns)
{
    /// <summary>Whether the member is a pointer to an array.</summary>
    public bool IsPointer => Type[^1] is '*' or '&';

    /// <summary>Whether the member points into the arena.</summary>
    public bool IsInArena => Type[^1] == '&';

    /// <summary>The type of one element.</summary>
    public string ElementType => Type.TrimEnd('*', '&');

    /// <summary>Bytes of an element that is a number; 0 for structures and pointers to anything.</summary>
    public int ElementSize => ElementType switch
    {
        "double" => sizeof(double),
        "int" => sizeof(int),
        "byte" => sizeof(byte),
        _ => 0,
    };
}
