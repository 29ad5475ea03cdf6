using GymSharp.Randomness;
using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp;

/// <summary>
/// An environment whose types are known only at run time. Environments derive from
/// <see cref="Env{TObservation, TAction}"/>.
/// </summary>
public abstract class Env : IDisposable
{
    /// <summary>What observations look like.</summary>
    public abstract Space ObservationSpace { get; }

    /// <summary>Which actions are accepted.</summary>
    public abstract Space ActionSpace { get; }

    /// <summary>What the environment was made from, or null when it was constructed directly.</summary>
    public virtual EnvSpec? Spec { get; internal set; }

    /// <summary>How <see cref="Render"/> shows the environment.</summary>
    public abstract RenderMode RenderMode { get; }

    /// <summary>Render modes and frame rate.</summary>
    public abstract EnvMetadata Metadata { get; }

    /// <summary>The one source of randomness of this environment.</summary>
    public abstract Rng Rng { get; set; }

    /// <summary>The environment below all wrappers.</summary>
    public virtual Env Unwrapped => this;

    /// <summary>The environment directly below, or null where this is not a wrapper.</summary>
    public virtual Env? Inner => null;

    /// <summary>
    /// The environment whose step a step of this one is: one step for one, with the same action. Null where that is not
    /// known.
    /// </summary>
    internal virtual Env? ActionTarget => this;

    /// <summary>
    /// Starts an episode; the untyped form of <see cref="Env{TObservation, TAction}.Reset(ulong?, ResetOptions?)"/>.
    /// </summary>
    /// <param name="seed">Reseeds the environment when given; leave it out from the second episode on.</param>
    /// <param name="options">Reset options of the environment.</param>
    public abstract (object Observation, Info Info) ResetValue(ulong? seed = null, ResetOptions? options = null);

    /// <summary>Takes one step; the untyped form of <see cref="Env{TObservation, TAction}.Step(TAction)"/>.</summary>
    /// <param name="action">A value of the action space, or of a related type that converts without loss.</param>
    public abstract Step<object> StepValue(object action);

    /// <summary>
    /// A picture or text of the present state, or null when the render mode is <see cref="RenderMode.None"/>.
    /// </summary>
    public abstract Frame? Render();

    /// <summary>Calls the visitor with the types of this environment.</summary>
    public abstract TResult Accept<TResult>(IEnvVisitor<TResult> visitor);

    /// <summary>Saves everything that decides the future: state, generators, counters of wrappers.</summary>
    /// <returns>Bytes that <see cref="RestoreState"/> of an environment made the same way accepts.</returns>
    public byte[] SaveState() => SavedState.Save(SyncAll);

    /// <summary>
    /// Puts back what <see cref="SaveState"/> gave; the environment goes on exactly as it would have from there.
    /// </summary>
    /// <exception cref="StateFormatException">
    /// The bytes are damaged or come from another kind of environment; the environment is as it was before.
    /// </exception>
    public void RestoreState(ReadOnlySpan<byte> state) => SavedState.Restore(state, SyncAll);

    /// <summary>
    /// Reads or writes the fields of this object that decide its future; one method for both directions.
    /// </summary>
    protected abstract void SyncState(StateSync sync);

    internal void SyncAll(StateSync sync)
    {
        sync.Marker(GetType().Name);
        SyncState(sync);
        Inner?.SyncAll(sync);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the environment holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>
    /// The class and id, with wrappers around them:
    /// <c>&lt;TimeLimit&lt;…&lt;CartPoleEnv&lt;CartPole-v1&gt;&gt;&gt;&gt;</c>.
    /// </summary>
    public override string ToString()
    {
        string name = ClassName;
        return Inner is { } inner
            ? $"<{name}{inner}>"
            : Spec is { } spec ? $"<{name}<{spec.Id}>>" : $"<{name} instance>";
    }

    /// <summary>
    /// The name that <see cref="ToString"/> shows; overridden where Gymnasium's class has another one.
    /// </summary>
    protected virtual string ClassName
    {
        get
        {
            string name = GetType().Name;
            int arity = name.IndexOf('`', StringComparison.Ordinal);
            return arity < 0 ? name : name[..arity];
        }
    }
}
