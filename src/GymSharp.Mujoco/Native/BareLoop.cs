namespace GymSharp.Mujoco.Native;

/// <summary>
/// The fewest native calls that an environment's step needs, with nothing around them: what its speed is compared with.
/// </summary>
/// <remarks>No check for errors or bad states: for simulations that are known to go well.</remarks>
/// <param name="model">The model.</param>
/// <param name="frameSkip">Physics steps per step.</param>
internal sealed unsafe class BareLoop(MujocoModel model, int frameSkip) : IDisposable
{
    private readonly MujocoData data = new(model);
    private readonly void* nativeModel = model.Pointer;
    private readonly delegate* unmanaged<void*, void*, void> reset = Export(model, "mj_resetData");
    private readonly delegate* unmanaged<void*, void*, void> forward = Export(model, "mj_forward");
    private readonly delegate* unmanaged<void*, void*, void> step = Export(model, "mj_step");
    private readonly delegate* unmanaged<void*, void*, void> finish = Export(model, "mj_rnePostConstraint");

    /// <summary>Starts from a state.</summary>
    public void Reset(ReadOnlySpan<double> qpos, ReadOnlySpan<double> qvel)
    {
        void* target = data.Pointer;
        reset(nativeModel, target);
        qpos.CopyTo(data.Qpos);
        qvel.CopyTo(data.Qvel);
        forward(nativeModel, target);
    }

    /// <summary>Moves on with a control.</summary>
    public void Step(ReadOnlySpan<double> control)
    {
        void* target = data.Pointer;
        control.CopyTo(data.Ctrl);
        for (int i = 0; i < frameSkip; i++)
        {
            step(nativeModel, target);
        }

        finish(nativeModel, target);
    }

    /// <inheritdoc/>
    public void Dispose() => data.Dispose();

    private static delegate* unmanaged<void*, void*, void> Export(MujocoModel model, string name) =>
        (delegate* unmanaged<void*, void*, void>)model.Api.Export(name);
}
