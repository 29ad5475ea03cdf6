using GymSharp.Mujoco.Native;
using GymSharp.State;

namespace GymSharp.Mujoco;

/// <summary>
/// The state of one simulation, and what the engine derived from it. Spans end with the object that gave them.
/// </summary>
public sealed unsafe partial class MujocoData : IDisposable
{
    private readonly NativeApi api;
    private readonly DataHandle handle;
    private readonly NativeView view;
    private readonly DataHealth health;
    private readonly NativeState state;
    private readonly NativeReset reset;
    private readonly nint model;
    private readonly nint data;

    /// <summary>Makes a simulation in the model's first pose.</summary>
    /// <exception cref="MujocoException">There is no memory for it.</exception>
    public MujocoData(MujocoModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        api = model.Api;
        handle = new(api, model.Handle);
        this.model = model.Handle.DangerousGetHandle();
        data = handle.DangerousGetHandle();
        view = new(data, api.Layout["mjData"], model.View);
        health = new(model, view);
        state = new(api.Layout, model.View, view);
        reset = new(view);
        arrays = new(view);
    }

    /// <summary>The model.</summary>
    public MujocoModel Model { get; }

    internal void* Pointer => (void*)data;

    /// <summary>Simulated seconds.</summary>
    public double Time
    {
        get => Live.Time;
        set => Live.Time = value;
    }

    /// <summary>The number of contacts.</summary>
    public int ContactCount => Integer("ncon");

    /// <summary>Puts the model's first pose back and clears everything else.</summary>
    public void Reset()
    {
        _ = Live;
        reset.Run(api.ResetData, model);
        GC.KeepAlive(this);
    }

    /// <summary>Derives everything from positions, velocities and controls, without moving.</summary>
    /// <exception cref="MujocoException">A control is not finite, or the library met an error.</exception>
    public void Forward() => Run(api.Forward, 1);

    /// <summary>Moves the simulation on.</summary>
    /// <param name="count">Physics steps, 1 or more.</param>
    /// <exception cref="MujocoException">
    /// A position, velocity, acceleration or control is not finite or beyond 1e10, or the library met an error. The
    /// simulation is then as after <see cref="Reset"/>.
    /// </exception>
    public void Step(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Run(api.Step, count);
    }

    /// <summary>Derives <see cref="Cacc"/>, <see cref="CfrcInt"/> and <see cref="CfrcExt"/>.</summary>
    public void RnePostConstraint() => Run(api.RnePostConstraint, 1);

    /// <summary>The Jacobian of a site: how its velocity depends on the degrees of freedom.</summary>
    /// <param name="site">The site's number.</param>
    /// <param name="translation">Receives [3 × nv] for the linear velocity.</param>
    /// <param name="rotation">Receives [3 × nv] for the angular velocity.</param>
    public void SiteJacobian(int site, Span<double> translation, Span<double> rotation)
    {
        _ = Live;
        ArgumentOutOfRangeException.ThrowIfNegative(site);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(site, Model.NSite);
        ArgumentOutOfRangeException.ThrowIfNotEqual(translation.Length, 3 * Model.Nv, nameof(translation));
        ArgumentOutOfRangeException.ThrowIfNotEqual(rotation.Length, 3 * Model.Nv, nameof(rotation));
        fixed (double* linear = translation)
        fixed (double* angular = rotation)
        {
            api.JacobianOfSite((void*)model, (void*)data, linear, angular, site);
        }

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
            throw new ArgumentException(
                "The simulation to copy is of another model. Give one of the same.", nameof(source));
        }

        _ = Live;
        _ = source.Live;
        ErrorGuard.Call(api.CopyData, data, model, source.data);
        GC.KeepAlive(this);
        GC.KeepAlive(source);
    }

    /// <summary>Reads or writes the whole state, so that a simulation goes on bit for bit.</summary>
    /// <remarks>Derived arrays too: they lag behind the positions, and are read before the next step.</remarks>
    /// <param name="sync">Reads or writes.</param>
    /// <exception cref="StateFormatException">The state is of another model or release of the library.</exception>
    public void Sync(StateSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        _ = Live;
        state.Sync(sync);
        GC.KeepAlive(this);
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

    private void Run(nint function, int count)
    {
        _ = Live;
        try
        {
            ErrorGuard.Repeat(function, count, model, data);
        }
        catch (MujocoException error)
        {
            throw Failed($"{error.Message}. (\"Stack overflow\": raise nstack, or memory, in the model's <size>.)");
        }

        if (health.IsBad)
        {
            throw Failed($"The state is bad: {health.Describe(Ctrl)}.");
        }

        if (WarningHandler.HasAny)
        {
            PassWarningsOn();
        }

        GC.KeepAlive(this);
    }

    private MujocoException Failed(string reason)
    {
        WarningHandler.Take();
        reset.Run(api.ResetData, model);
        return new($"{reason} The simulation was put back to the model's first pose.");
    }

    private static void PassWarningsOn()
    {
        foreach (string warning in WarningHandler.Take())
        {
            GymLog.Warn($"MuJoCo: {warning}");
        }
    }
}
