namespace GymSharp.Mujoco.Native;

/// <summary>One member of a native structure.</summary>
/// <param name="Name">Its name; members of nested structures have dots.</param>
/// <param name="Type"><c>double</c>, <c>int</c>, …; with a star when the member points at an array.</param>
/// <param name="Offset">Bytes from the start of the structure.</param>
/// <param name="Rows">Rows of the array: a number, or the name of a size.</param>
/// <param name="Columns">Columns of the array, likewise.</param>
internal sealed record NativeMember(string Name, string Type, int Offset, string Rows, string Columns)
{
    /// <summary>Whether the member is a pointer.</summary>
    public bool IsPointer => Type.EndsWith('*');

    /// <summary>The type of one element.</summary>
    public string ElementType => Type.TrimEnd('*');
}
