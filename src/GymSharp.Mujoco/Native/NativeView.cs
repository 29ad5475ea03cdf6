using System.Globalization;

namespace GymSharp.Mujoco.Native;

/// <summary>A native structure at an address, read by the names of its members.</summary>
/// <param name="address">Where it lies.</param>
/// <param name="layout">Where its members lie.</param>
/// <param name="sizes">The structure whose members give the lengths of arrays (mjModel), or null for itself.</param>
internal sealed unsafe class NativeView(nint address, NativeStruct layout, NativeView? sizes = null)
{
    private readonly byte* start = (byte*)address;

    /// <summary>Where it lies.</summary>
    public nint Start => address;

    /// <summary>Where its members lie.</summary>
    public NativeStruct Layout => layout;

    /// <summary>The address of a member.</summary>
    public void* Address(string name) => start + layout[name].Offset;

    /// <summary>An integer member.</summary>
    public int Integer(string name)
    {
        NativeMember member = layout[name];
        return member.Type == "int" ? *(int*)(start + member.Offset) : checked((int)*(long*)(start + member.Offset));
    }

    /// <summary>A floating-point member.</summary>
    public ref double Real(string name) => ref *(double*)Address(name);

    /// <summary>An array of a known element type.</summary>
    public NativeArray<T> Array<T>(string name)
        where T : unmanaged
    {
        Span<T> elements = Named(name).As<T>();
        fixed (T* first = elements)
        {
            return new(first, elements.Length);
        }
    }

    /// <summary>Any array.</summary>
    public NamedArray Named(string name)
    {
        NativeMember member = layout[name];
        byte* first = start + member.Offset;
        byte* elements = member.IsPointer ? *(byte**)first : first;
        return new(elements, member.ElementType, Size(member.Rows), Size(member.Columns));
    }

    /// <summary>A length that a table gives as a number, as the name of a size, or as a product of these.</summary>
    public int Size(string text)
    {
        int product = 1;
        foreach (Range factor in text.AsSpan().Split('*'))
        {
            product *= Factor(text[factor]);
        }

        return product;
    }

    private int Factor(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : sizes?.Layout.Find(text) is not null ? sizes.Integer(text) : Integer(text);
}
