using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Owns an mjModel.</summary>
internal sealed unsafe class ModelHandle : SafeHandle
{
    private readonly NativeApi api;

    /// <summary>Takes a model over.</summary>
    public ModelHandle(NativeApi api, void* model)
        : base(0, ownsHandle: true)
    {
        this.api = api;
        SetHandle((nint)model);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        api.DeleteModel((void*)handle);
        return true;
    }
}
