using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco;

// What touches what.
public sealed unsafe partial class MujocoData
{
    /// <summary>The two geoms of a contact.</summary>
    /// <param name="index">The contact, from 0 to <see cref="ContactCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such contact.</exception>
    public (int First, int Second) ContactGeoms(int index)
    {
        _ = Live;
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, ContactCount);
        NativeStruct contact = api.Layout["mjContact"];
        byte* one = *(byte**)view.Address("contact") + (index * contact.Size);
        return (*(int*)(one + contact["geom1"].Offset), *(int*)(one + contact["geom2"].Offset));
    }
}
