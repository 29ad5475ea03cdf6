using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Owns an mjvScene.</summary>
internal sealed unsafe class SceneHandle : SafeHandle
{
    private readonly VisualApi api;

    /// <summary>Makes a scene without memory for solids.</summary>
    public SceneHandle(VisualApi api)
        : base(0, ownsHandle: true)
    {
        this.api = api;
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)api.Layout["mjvScene"].Size));
        api.DefaultScene((void*)handle);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        api.FreeScene((void*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
