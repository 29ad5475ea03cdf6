using GymSharp.Mujoco.Native;

namespace GymSharp.Mujoco;

/// <summary>
/// The state of one simulation, and what the engine derived from it. Spans end with the object that gave them.
/// </summary>
public sealed unsafe partial class MujocoData : IDisposable
{
    private readonly NativeApi api;
    private readonly DataHandle handle;
    private readonly NativeView view;
    private readonly void* model;
    private readonly void* data;

    /// <summary>Makes a simulation in the model's first pose.</summary>
    public MujocoData(MujocoModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        api = model.Api;
        handle = new(api, model.Handle);
        this.model = model.Pointer;
        data = (void*)handle.DangerousGetHandle();
        view = new((nint)data, api.Layout["mjData"], model.View);
        arrays = new(view);
    }

    /// <summary>The model.</summary>
    public MujocoModel Model { get; }

    /// <summary>Simulated seconds.</summary>
    public double Time
    {
        get => view.Real("time");
        set => view.Real("time") = value;
    }

    /// <summary>Puts the model's first pose back and clears everything else.</summary>
    public void Reset()
    {
        api.ResetData(model, data);
        GC.KeepAlive(this);
    }

    /// <summary>Derives everything from positions, velocities and controls, without moving.</summary>
    public void Forward()
    {
        api.Forward(model, data);
        GC.KeepAlive(this);
    }

    /// <summary>Moves the simulation on.</summary>
    /// <param name="count">Physics steps.</param>
    public void Step(int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            api.Step(model, data);
        }

        GC.KeepAlive(this);
    }

    /// <summary>Derives <see cref="Cacc"/>, <see cref="CfrcInt"/> and <see cref="CfrcExt"/>.</summary>
    public void RnePostConstraint()
    {
        api.RnePostConstraint(model, data);
        GC.KeepAlive(this);
    }

    /// <summary>Takes over another simulation's whole state, derived arrays too.</summary>
    /// <param name="source">A simulation of the same model.</param>
    /// <exception cref="ArgumentException">It is of another model.</exception>
    public void CopyFrom(MujocoData source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Model != Model)
        {
            throw new ArgumentException("The simulation to copy is of another model. Give one of the same.", nameof(source));
        }

        api.CopyData(data, model, source.data);
        GC.KeepAlive(this);
        GC.KeepAlive(source);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        arrays = null;
        handle.Dispose();
    }

    /// <summary>Any array of mjData by its name in C, for example <c>qpos</c>.</summary>
    internal NamedArray Array(string name) => view.Named(name);

    /// <summary>An integer of mjData by its name in C, for example <c>ncon</c>.</summary>
    internal int Integer(string name) => view.Integer(name);
}
