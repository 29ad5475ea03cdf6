namespace GymSharp.Vector.Wrappers;

/// <summary>Applies a wrapper of single environments to the observation of each environment of a batch.</summary>
/// <typeparam name="TObservation">Element type of the observations it shows.</typeparam>
/// <typeparam name="TAction">Element type of the actions.</typeparam>
/// <typeparam name="TInnerObservation">Element type of the observations below.</typeparam>
/// <remarks>
/// The wrapper must depend on the observation alone: it serves all environments in turn, and no episodes are started in
/// it. True last observations are changed as well.
/// </remarks>
public class VectorizeTransformObservation<TObservation, TAction, TInnerObservation>
    : VectorObservationWrapper<TObservation, TAction, TInnerObservation>
    where TObservation : notnull
    where TAction : notnull
    where TInnerObservation : notnull
{
    private readonly RowFunction<TInnerObservation, TObservation> function;
    private readonly int width;
    private readonly int innerWidth;

    /// <summary>Wraps a batch.</summary>
    /// <param name="envs">The batch to wrap; disposed with this one.</param>
    /// <param name="wrapper">
    /// Puts the wrapper around a stand-in that has the observation space of one environment and actions of type
    /// <c>int</c>: an <c>Env&lt;float[], int&gt;</c> where one environment shows <c>float[]</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The wrapper shows other elements than <typeparamref name="TObservation"/>, or refuses the observation space.
    /// </exception>
    public VectorizeTransformObservation(VectorEnv<TInnerObservation, TAction> envs, Func<Env, Env> wrapper)
        : this(envs, Lifting.Observation<TInnerObservation, TObservation>(
            (envs ?? throw new ArgumentNullException(nameof(envs))).SingleObservationSpace, wrapper))
    {
    }

    private VectorizeTransformObservation(
        VectorEnv<TInnerObservation, TAction> envs,
        (RowFunction<TInnerObservation, TObservation> Function, Spaces.Space Space) lifted)
        : base(envs, lifted.Space)
    {
        function = lifted.Function;
        width = ObservationSize;
        innerWidth = envs.ObservationSize;
    }

    /// <inheritdoc/>
    protected sealed override void Transform(
        ReadOnlySpan<TInnerObservation> observations, Span<TObservation> results)
    {
        for (int i = 0; i < NumEnvs; i++)
        {
            function.Apply(observations.Slice(i * innerWidth, innerWidth), results.Slice(i * width, width));
        }
    }

    /// <inheritdoc/>
    protected sealed override void TransformFinal(
        ReadOnlySpan<TInnerObservation> observation, Span<TObservation> result) => function.Apply(observation, result);
}
