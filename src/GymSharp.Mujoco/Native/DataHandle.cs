using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Owns an mjData, and keeps its model alive.</summary>
internal sealed unsafe class DataHandle : SafeHandle
{
    private readonly NativeApi api;
    private readonly ModelHandle model;
    private readonly bool holdsModel;

    /// <summary>Makes a data for a model.</summary>
    public DataHandle(NativeApi api, ModelHandle model)
        : base(0, ownsHandle: true)
    {
        this.api = api;
        this.model = model;
        model.DangerousAddRef(ref holdsModel);
        SetHandle((nint)api.MakeData((void*)model.DangerousGetHandle()));
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        api.DeleteData((void*)handle);
        if (holdsModel)
        {
            model.DangerousRelease();
        }

        return true;
    }
}
