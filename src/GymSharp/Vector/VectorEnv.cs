using GymSharp.Registration;
using GymSharp.Rendering;
using GymSharp.Spaces;
using GymSharp.State;

namespace GymSharp.Vector;

/// <summary>
/// Several environments of one kind, stepped together; types are known only at run time. What steps fast is the typed
/// form, <see cref="VectorEnv{TObservation, TAction}"/>.
/// </summary>
/// <remarks>
/// Batched values are those of the batched spaces: the row-major array of all environments where one environment has
/// an array, a <c>long[]</c> where it has an integer, and composites of such arrays.
/// A batch belongs to one caller: its methods must not be called from two threads at once.
/// </remarks>
public abstract class VectorEnv : IDisposable
{
    /// <summary>Number of environments.</summary>
    public abstract int NumEnvs { get; }

    /// <summary>What one environment shows.</summary>
    public abstract Space SingleObservationSpace { get; }

    /// <summary>What one environment accepts.</summary>
    public abstract Space SingleActionSpace { get; }

    /// <summary>What the batch shows.</summary>
    public abstract Space ObservationSpace { get; }

    /// <summary>What the batch accepts.</summary>
    public abstract Space ActionSpace { get; }

    /// <summary>When ended episodes are reset.</summary>
    public abstract AutoresetMode AutoresetMode { get; }

    /// <summary>What the environments were made from, or null.</summary>
    public virtual EnvSpec? Spec { get; internal set; }

    /// <summary>How <see cref="Render"/> shows the environments.</summary>
    public virtual RenderMode RenderMode => RenderMode.None;

    /// <summary>Render modes and frame rate.</summary>
    public virtual EnvMetadata Metadata => EnvMetadata.None;

    /// <summary>The environments one by one; empty where they exist only as a batch.</summary>
    public virtual IReadOnlyList<Env> Envs => [];

    /// <summary>The batch below all wrappers.</summary>
    public virtual VectorEnv Unwrapped => this;

    /// <summary>The batch directly below, or null where this is not a wrapper.</summary>
    public virtual VectorEnv? Inner => null;

    /// <summary>Starts an episode in every environment.</summary>
    /// <param name="seed">
    /// Reseeds the environments when given: environment <c>i</c> gets <c>seed + i</c>. Leave it out from the second
    /// reset on.
    /// </param>
    /// <param name="options">
    /// Reset options of the environments; <c>reset_mask</c>, a <c>bool[]</c>, restricts the reset to some of them.
    /// </param>
    /// <returns>The batched observations, those of environments that were not reset included, and infos.</returns>
    /// <exception cref="ArgumentException">The mask is wrong; nothing was changed.</exception>
    /// <exception cref="VectorEnvException">An environment failed, for example over a wrong option.</exception>
    public abstract (object Observations, Info Info) ResetValue(ulong? seed = null, ResetOptions? options = null);

    /// <summary>Starts an episode in every environment, each with a seed of its own.</summary>
    /// <param name="seeds">One seed per environment; null leaves the generator of that environment as it is.</param>
    /// <param name="options">Reset options of the environments, or null for none.</param>
    /// <exception cref="ArgumentException">The number of seeds is not the number of environments.</exception>
    public abstract (object Observations, Info Info) ResetValue(
        IReadOnlyList<ulong?> seeds, ResetOptions? options = null);

    /// <summary>Takes one step in every environment.</summary>
    /// <param name="actions">A value of <see cref="ActionSpace"/>, or one that converts to it without loss.</param>
    /// <exception cref="ArgumentException">The actions do not fit the batch; no environment was stepped.</exception>
    /// <exception cref="ResetNeededException">
    /// There was no reset yet, or an ended episode was not reset although autoreset is disabled.
    /// </exception>
    /// <exception cref="VectorEnvException">An environment failed.</exception>
    public abstract VectorStep<object> StepValue(object actions);

    /// <summary>The infos of the last reset or step as Gymnasium batches them; built when asked for.</summary>
    /// <returns>
    /// For each key <c>k</c> of an environment's info an array with one row per environment, and <c>_k</c>, the
    /// <c>bool[]</c> that tells which environments supplied it. The element type is that of the first environment that
    /// supplied the key. A step that ended episodes under <see cref="AutoresetMode.SameStep"/> adds <c>final_obs</c>
    /// and
    /// <c>final_info</c>.
    /// </returns>
    public abstract Info BatchInfo();

    /// <summary>The info that one environment gave in the last reset or step; allocates nothing.</summary>
    /// <param name="index">Which environment.</param>
    /// <returns>
    /// Its info, <see cref="Info.Empty"/> where it took no part in a masked reset. After an end under
    /// <see cref="AutoresetMode.SameStep"/> this is the info of the reset.
    /// </returns>
    public abstract Info InfoAt(int index);

    /// <summary>The info of the last step of an episode that ended in the last call.</summary>
    /// <param name="index">Which environment.</param>
    /// <returns>
    /// Null where no episode ended in this call, or where the mode is not <see cref="AutoresetMode.SameStep"/>: there
    /// <see cref="InfoAt"/> has it.
    /// </returns>
    public virtual Info? FinalInfoAt(int index) => null;

    /// <summary>One picture per environment, or null when the render mode is none.</summary>
    public virtual IReadOnlyList<Frame>? Render() => null;

    /// <summary>Calls the visitor with the element types of this batch.</summary>
    public abstract TResult Accept<TResult>(IVectorEnvVisitor<TResult> visitor);

    /// <summary>Saves everything that decides the future of the batch.</summary>
    /// <returns>Bytes that <see cref="RestoreState"/> of a batch made the same way accepts.</returns>
    public byte[] SaveState() => SavedState.Save(SyncAll);

    /// <summary>
    /// Puts back what <see cref="SaveState"/> gave; the batch goes on exactly as it would have from there.
    /// </summary>
    /// <exception cref="StateFormatException">
    /// The bytes are damaged or come from another kind or size of batch; this batch is as it was before.
    /// </exception>
    public void RestoreState(ReadOnlySpan<byte> state) => SavedState.Restore(state, SyncAll);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The class, the id and the size, as Gymnasium shows them.</summary>
    public override string ToString() =>
        Spec is { } spec ? $"{ClassName}({spec.Id}, num_envs={NumEnvs})" : $"{ClassName}(num_envs={NumEnvs})";

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

    /// <summary>
    /// Reads or writes the fields of this object that decide its future; one method for both directions.
    /// </summary>
    protected abstract void SyncState(StateSync sync);

    /// <summary>Releases what the environments hold.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private void SyncAll(StateSync sync)
    {
        sync.Marker(GetType().Name);
        int numEnvs = NumEnvs;
        sync.Sync(ref numEnvs);
        if (numEnvs != NumEnvs)
        {
            throw new StateFormatException(
                $"The saved state is that of {numEnvs} environments; this batch has {NumEnvs}. "
                + "Make one of the same size.");
        }

        SyncState(sync);
        Inner?.SyncAll(sync);
    }
}
