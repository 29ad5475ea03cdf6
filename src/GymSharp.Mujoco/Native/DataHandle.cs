using System.Runtime.InteropServices;

namespace GymSharp.Mujoco.Native;

/// <summary>Owns an mjData, and keeps its model alive.</summary>
internal sealed unsafe class DataHandle : SafeHandle
{
    private readonly NativeApi api;
    private readonly ModelHandle model;
    private bool holdsModel;

    /// <summary>Makes a data for a model.</summary>
    /// <exception cref="MujocoException">There is no memory for it.</exception>
    public DataHandle(NativeApi api, ModelHandle model)
        : base(0, ownsHandle: true)
    {
        this.api = api;
        this.model = model;
        model.DangerousAddRef(ref holdsModel);
        try
        {
            MemoryHandlers.TakeRefusal();
            SetHandle(ErrorGuard.Call(api.MakeData, model.DangerousGetHandle()));
        }
        catch (MujocoException)
        {
            ReleaseModel();
            throw;
        }

        if (IsInvalid)
        {
            ReleaseModel();
            throw new MujocoException(
                $"MuJoCo cannot make this model's data. {string.Join(' ', WarningHandler.Take())} "
                + "Lower njmax, nconmax or nstack in the model's <size>.");
        }
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        api.DeleteData((void*)handle);
        ReleaseModel();
        return true;
    }

    private void ReleaseModel()
    {
        if (holdsModel)
        {
            holdsModel = false;
            model.DangerousRelease();
        }
    }
}
